using Bench.Analysis;
using Bench.Reporter;
using Bench.Tests.Reporter.Interactive;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Reporter.Beside;

/// <summary>A run beside an earlier one, in page, Markdown and picture.</summary>
public sealed class BesideSectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _page;
    private readonly string _markdown;

    public BesideSectionTests()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["inventory", "pipeline"]);
        var result = ReportWriter.Write(
            manifest,
            SyntheticRun.Samples(manifest),
            [],
            new(_folder.Path),
            earlier: EarlierRuns.Of(manifest, "The runs are of different machines (<here> and there).")
        );
        _page = File.ReadAllText(result.IndexPath);
        _markdown = File.ReadAllText(_folder.In("report.md"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_compares_badly_stands_on_top_and_names_are_text()
    {
        var warning = _page.IndexOf(
            "The runs are of different machines (&lt;here&gt; and there).",
            StringComparison.Ordinal
        );
        Assert.InRange(
            warning,
            _page.IndexOf("id=\"beside\"", StringComparison.Ordinal),
            _page.IndexOf("Commit: one before, another after.", StringComparison.Ordinal)
        );
        Assert.Contains("Beside run yesterday &lt;b&gt;", _page, StringComparison.Ordinal);
        Assert.Contains(@"## Beside run yesterday", _markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_case_has_both_centres_a_ratio_with_its_interval_and_a_word()
    {
        Assert.Contains(
            "Of 24 cases that both runs have: 5 better, 19 equivalent.",
            _page,
            StringComparison.Ordinal
        );
        Assert.Matches(
            """<th scope="row">users 500 · equal terms · tasks</th><td class="figure">[\d.]+ ms</td><td class="figure">[\d.]+ ms</td><td class="figure">0\.667× \[0\.\d+–0\.\d+\]</td><td class="holds">better""",
            _page
        );
        Assert.Contains("| equivalent |", _markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_changes_are_a_picture() =>
        Assert.Contains(
            "better: inventory",
            File.ReadAllText(_folder.In(Path.Combine("charts", "beside-changes.svg"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_script_has_the_figures_of_the_table_and_further_metrics()
    {
        var beside = new PageParts(_page).Data.Beside!;

        Assert.Equal(
            ["", "throughput", "p50", "p99", "peakResident"],
            beside.Asked.Select(asked => asked.Id).Take(5)
        );
        Assert.Equal(24, beside.Cases.Count);
        Assert.All(
            beside.Asked[0].Changes,
            change =>
                Assert.Equal(
                    beside.Cases[change.Case].Name == "tasks" ? (int)Outcome.Better : (int)Outcome.Equivalent,
                    change.Outcome
                )
        );
        Assert.All(
            beside.Cases,
            known => Assert.Contains($"id=\"{known.Anchor}\"", _page, StringComparison.Ordinal)
        );
    }
}
