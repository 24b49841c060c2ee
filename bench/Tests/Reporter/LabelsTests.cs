using Bench.Reporter.Charts;
using Bench.Reporter.Fonts;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class LabelsTests
{
    private const float Width = 200;

    [Fact]
    public void A_long_text_has_two_lines_that_fit_and_no_word_is_lost()
    {
        const string Text = "payments · equal terms · backend 20 ms, concurrency limit 64";
        var lines = Labels.OneOrTwoLines(Text, Theme.Small, Width);
        Assert.Equal(Text, string.Join(' ', lines));
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.True(ChartFont.Measure(line, Theme.Small) <= Width));
    }

    [Fact]
    public void What_does_not_fit_into_the_last_line_is_cut_with_an_ellipsis()
    {
        var lines = Labels.OneOrTwoLines(
            string.Join(' ', Enumerable.Repeat("parameter", 30)),
            Theme.Small,
            Width
        );
        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(ChartFont.Measure(line, Theme.Small) <= Width));
    }

    [Fact]
    public void A_line_breaks_after_a_comma_and_no_number_loses_its_unit()
    {
        var lines = Labels.OneOrTwoLines(
            "backend 5 ms, limit 256, rate 1,000/s, warm up 500 ms",
            Theme.Small,
            Width
        );
        Assert.Equal(["backend 5 ms, limit 256,", "rate 1,000/s, warm up 500 ms"], lines);
    }

    [Fact]
    public void A_word_that_is_wider_than_a_line_is_cut() =>
        Assert.EndsWith(
            "…",
            Labels.OneOrTwoLines(new string('w', 300), Theme.Small, Width)[^1],
            StringComparison.Ordinal
        );

    [Fact]
    public void A_short_text_is_one_line() =>
        Assert.Equal(["inventory"], Labels.OneOrTwoLines("inventory", Theme.Small, Width));
}
