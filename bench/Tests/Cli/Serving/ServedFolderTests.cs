using Bench.Cli.Serving;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli.Serving;

/// <summary>What may be seen of a folder with runs, and what may not.</summary>
public sealed class ServedFolderTests : IDisposable
{
    private readonly TemporaryFolder _place = new();
    private readonly ServedFolder _folder;

    public ServedFolderTests()
    {
        var reports = _place.In("reports");
        _folder = new(reports);
        foreach (var run in new[] { "one", "one/inner", "two" })
        {
            new MadeUpRun().WriteTo(Path.Combine(reports, run));
        }

        Directory.CreateDirectory(Path.Combine(reports, "one", "charts"));
        Directory.CreateDirectory(Path.Combine(reports, ".hidden"));
        File.WriteAllText(Path.Combine(reports, "one", "index.html"), "report");
        File.WriteAllText(Path.Combine(reports, "one", "charts", "a <b>.svg"), "picture");
        File.WriteAllText(Path.Combine(reports, "one", "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(reports, "one", ".secret.json"), "secret");
        File.WriteAllText(Path.Combine(reports, "beside.html"), "secret");
        File.WriteAllText(_place.In("outside.html"), "secret");
        File.CreateSymbolicLink(Path.Combine(reports, "one", "link.html"), _place.In("outside.html"));
        Directory.CreateSymbolicLink(Path.Combine(reports, "one", "links"), _place.Path);
    }

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Runs_are_found_at_any_depth_and_while_it_is_looked_at()
    {
        Assert.Equal(["one", "one/inner", "two"], Found());

        new MadeUpRun().WriteTo(_place.In("reports/later"));

        Assert.Equal(["later", "one", "one/inner", "two"], Found());
    }

    [Theory]
    [InlineData("one", "one/index.html")]
    [InlineData("one/", "one/index.html")]
    [InlineData("one/index.html", "one/index.html")]
    [InlineData("one/charts/a <b>.svg", "one/charts/a <b>.svg")]
    [InlineData("one/inner/manifest.json", "one/inner/manifest.json")]
    public void Files_of_runs_are_shown(string path, string expected) =>
        Assert.Equal(_place.In($"reports/{expected}"), _folder.Find(path)!.File);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("beside.html")]
    [InlineData("../outside.html")]
    [InlineData("one/../../outside.html")]
    [InlineData("one/..%2f..%2foutside.html")]
    [InlineData("one/..\\..\\outside.html")]
    [InlineData("one//etc/passwd.html")]
    [InlineData("one/./index.html")]
    [InlineData("one/secret.txt")]
    [InlineData("one/.secret.json")]
    [InlineData("one/link.html")]
    [InlineData("one/links/outside.html")]
    [InlineData("one/nothing.html")]
    [InlineData("one/index.html\0")]
    [InlineData("three/index.html")]
    [InlineData(".hidden")]
    [InlineData("/etc/passwd")]
    public void Nothing_else_is(string path) => Assert.Null(_folder.Find(path));

    [Fact]
    public void A_folder_without_a_page_lists_what_it_has_as_text()
    {
        var page = _folder.Find("one/charts")!;

        Assert.True(page.IsFolder);
        Assert.Contains(
            "<a href=\"./a%20%3Cb%3E.svg\">a &lt;b&gt;.svg</a>",
            page.Text!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_without_a_report_says_how_to_draw_it() =>
        Assert.Contains("./run.sh report", _folder.Find("two")!.Text!, StringComparison.Ordinal);

    private IEnumerable<string> Found() =>
        _folder.Runs().Select(run => Path.GetRelativePath(_folder.Path, run)).Order(StringComparer.Ordinal);
}
