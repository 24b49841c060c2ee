using System.Text;
using Bench.Reporter;
using Bench.Results;
using Bench.Tests.Analysis.Faults;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>What faults did, in the report.</summary>
public sealed class FaultSectionTests
{
    [Fact]
    public void Times_counts_and_verdicts_are_shown()
    {
        var (page, markdown) = Draw(
            Trials(
                Tried.Trial(lost: 3),
                Tried.Trial(isDurable: true, lost: 1) with
                {
                    FullRateSeconds = null,
                },
                Tried.Facts(isDurable: true) with
                {
                    Fault = "slow",
                    Missing = "tc <not> found",
                    IsSkipped = true,
                }
            )
        );

        Assert.Contains(">What faults do to a cluster</h2>", page, StringComparison.Ordinal);
        Assert.Contains("1.50 s", page, StringComparison.Ordinal);
        Assert.Contains("skipped: tc &lt;not&gt; found", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>killed</b>", page, StringComparison.Ordinal);
        Assert.Contains("faults.json", page, StringComparison.Ordinal);
        Assert.Contains(
            "0 of 3 trials kept every acknowledged write; not as it should be: durable, kill: acknowledged and lost: 1 write.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("## What faults do to a cluster", markdown, StringComparison.Ordinal);
        Assert.Contains("never", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_faults_has_no_such_section() =>
        Assert.DoesNotContain("What faults do", Draw(null).Page, StringComparison.Ordinal);

    private static FaultTrials Trials(params FaultTrial[] trials) =>
        new()
        {
            Run = "tried",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = "machine",
            Trials = trials,
        };

    private static (string Page, string Markdown) Draw(FaultTrials? faults)
    {
        using var folder = new TemporaryFolder();
        var manifest = SyntheticRun.Manifest(workloads: ["inventory"]);
        var result = ReportWriter.Write(
            manifest,
            SyntheticRun.Samples(manifest),
            [],
            new(folder.Path),
            faults: faults
        );
        return (
            File.ReadAllText(result.IndexPath),
            File.ReadAllText(Path.Combine(folder.Path, "report.md"), Encoding.UTF8)
        );
    }
}
