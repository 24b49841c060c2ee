using System.Text;
using Bench.Reporter;
using Bench.Results;
using Bench.Tests.Analysis.Floors;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>The lanes beside public benchmarks, in the report.</summary>
public sealed class FloorSectionTests
{
    private static readonly FloorTrials s_trials = FloorsOf.Trials(
        FloorsOf.Lane([200, 201, 199, 202, 200]),
        FloorsOf.Recorded([300, 301, 299, 303, 300]),
        FloorsOf.Form("best", [100, 102, 98, 101, 99]),
        FloorsOf.Aside("spin", [20, 21, 20, 20, 21]),
        FloorsOf.Primitive("bare", [5, 5, 5, 5, 5])
    );

    [Fact]
    public void Verdict_interval_recording_and_every_form_are_shown()
    {
        var (page, markdown) = Draw(s_trials);

        Assert.Contains(">The lanes beside public benchmarks</h2>", page, StringComparison.Ordinal);
        Assert.Contains("""<td class="refuted">✗ slower</td>""", page, StringComparison.Ordinal);
        Assert.Matches("""<td class="figure">2\.00×<span>1\.\d+–2\.\d+</span>""", page);
        Assert.Contains("slower: channels in ping-pong", page, StringComparison.Ordinal);
        Assert.Contains("not held against the lane: busy waiting", page, StringComparison.Ordinal);
        Assert.Contains("floors.json", page, StringComparison.Ordinal);
        Assert.Contains("## The lanes beside public benchmarks", markdown, StringComparison.Ordinal);
        Assert.Matches(
            @"\| channels \| 200 ns<br>.* \| 301 ns<br>.* \| 1\.50×<br>1\.\d+–1\.\d+ \|",
            markdown
        );
        Assert.Contains("| channels: bare |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_floors_has_no_such_section()
    {
        var (page, markdown) = Draw(null);

        Assert.DoesNotContain("floors", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("public benchmarks", markdown, StringComparison.Ordinal);
    }

    private static (string Page, string Markdown) Draw(FloorTrials? floors)
    {
        using var folder = new TemporaryFolder();
        var manifest = SyntheticRun.Manifest(workloads: ["inventory"]);
        var result = ReportWriter.Write(
            manifest,
            SyntheticRun.Samples(manifest),
            [],
            new(folder.Path),
            floors: floors
        );
        return (
            File.ReadAllText(result.IndexPath),
            File.ReadAllText(Path.Combine(folder.Path, "report.md"), Encoding.UTF8)
        );
    }
}
