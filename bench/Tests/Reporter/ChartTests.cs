using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class ChartTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    [Theory]
    [InlineData("latency")]
    [InlineData("tail")]
    [InlineData("throughput")]
    [InlineData("memory")]
    [InlineData("unit-memory")]
    [InlineData("time")]
    [InlineData("ratios")]
    [InlineData("p95-by-users")]
    public void A_chart_is_drawn_in_both_forms_and_is_not_empty(string kind)
    {
        var pictures = Directory.GetFiles(report.Folder.ChartsPath, $"*-{kind}.png");
        Assert.NotEmpty(pictures);
        Assert.All(
            pictures,
            path =>
            {
                using var bitmap = SKBitmap.Decode(path);
                Assert.True(bitmap.Width > 1000);
                Assert.True(bitmap.Pixels.Distinct().Count() > 20, $"{path} has almost no colours");
                Assert.True(File.Exists(Path.ChangeExtension(path, "svg")));
            }
        );
    }

    [Fact]
    public void Text_in_a_vector_picture_is_whole_lines_in_the_embedded_font_with_a_fallback()
    {
        var texts = Svg("inventory-equal-users-500-latency")
            .Descendants()
            .Where(element => element.Name.LocalName == "text")
            .ToList();
        Assert.Contains(texts, text => text.Value == "threads / per-request");
        Assert.All(
            texts,
            text => Assert.Equal("Inter, system-ui, sans-serif", text.Attribute("font-family")!.Value)
        );
    }

    [Fact]
    public void Nothing_is_drawn_twice()
    {
        var texts = Svg("inventory-equal-users-500-latency")
            .Descendants()
            .Where(element => element.Name.LocalName == "text")
            .Select(text =>
                $"{text.Value} {text.Attribute("transform")?.Value} {text.Attribute("x")?.Value} {text.Attribute("y")?.Value}"
            )
            .ToList();
        Assert.Equal(texts.Distinct(), texts);
    }

    [Fact]
    public void Over_time_every_arm_has_a_strip_as_wide_as_the_plot()
    {
        var path = Directory.GetFiles(report.Folder.ChartsPath, "*-time.svg")[0];
        var elements = XDocument.Load(path).Descendants().ToList();
        var arms = elements.Count(element =>
            element.Name.LocalName == "text" && element.Value.EndsWith(" a round", StringComparison.Ordinal)
        );
        var columns = elements
            .Where(element => element.Name.LocalName == "image")
            .ToDictionary(
                image => "#" + image.Attribute("id")!.Value,
                image => Number(image.Attribute("width")!.Value)
            );
        var widths = elements
            .Where(element => element.Name.LocalName == "use")
            .Select(use =>
                columns[use.Attributes().Single(link => link.Name.LocalName == "href").Value]
                * Number(use.Attribute("transform")!.Value["matrix(".Length..].Split(' ')[0])
            )
            .ToList();

        Assert.True(arms > 1);
        Assert.Equal(arms, widths.Count(width => width is > 500 and < 700)); // the scale of colours is an image, too
    }

    [Fact]
    public void Figures_with_their_units_stand_in_the_picture() =>
        Assert.Contains(
            Svg("inventory-equal-users-500-latency").Descendants(),
            element =>
                element.Name.LocalName == "text" && element.Value.Contains("ms [", StringComparison.Ordinal)
        );

    [Fact]
    public void A_picture_that_no_longer_belongs_to_the_report_is_removed()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["pingpong"], rounds: 1);
        using var drawn = new TemporaryReport(manifest, SyntheticRun.Samples(manifest));
        var stale = Path.Combine(drawn.Folder.ChartsPath, "stale.svg");
        File.WriteAllText(stale, "");
        Bench.Reporter.ReportWriter.Write(manifest, [], [], drawn.Folder);
        Assert.False(File.Exists(stale));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private XElement Svg(string name) =>
        XDocument.Load(Path.Combine(report.Folder.ChartsPath, $"{name}.svg")).Root!;
}
