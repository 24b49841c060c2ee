using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Code is compared workload by workload; each lane here has a known number of statements.</summary>
public sealed class CodeRatioTests
{
    private const string Claim =
        """ "relation": "code", "metric": "statements", "atMost": 0.6, "contender": "channels", "baseline": "threads" """;

    [Theory]
    [InlineData(new[] { 5, 4, 5, 5, 4, 5 }, ClaimOutcome.Holds)]
    [InlineData(new[] { 10, 9, 10, 11, 10, 9 }, ClaimOutcome.Refuted)]
    [InlineData(new[] { 3, 12, 5, 9, 4, 8 }, ClaimOutcome.Undecided)]
    public void The_interval_is_one_over_workloads(int[] channels, ClaimOutcome expected)
    {
        var line = Judge(Run(channels, threads: 10));

        Assert.Equal(expected, line.Outcome);
        Assert.Equal(Math.Exp(channels.Average(count => Math.Log(count / 10d))), line.Ratio!.Value, 1e-9);
        Assert.True(line.Low < line.Ratio && line.Ratio < line.High);
        Assert.Equal((6, (string?)null), (line.Rounds, line.Terms));
    }

    /// <summary>Student's t of 5 degrees of freedom at 99 %, from a table, is 4.0321.</summary>
    [Fact]
    public void The_interval_is_Students_with_no_workload_set_aside()
    {
        var line = Judge(Run([5, 5, 5, 5, 2, 12], threads: 10));
        double[] logs = [.. new[] { 5, 5, 5, 5, 2, 12 }.Select(count => Math.Log(count / 10d))];
        var mean = logs.Average();
        var error = Math.Sqrt(logs.Sum(log => Math.Pow(log - mean, 2)) / 5 / 6);

        Assert.Equal(Math.Exp(mean - (4.0321 * error)), line.Low!.Value, 1e-3);
        Assert.Equal(Math.Exp(mean + (4.0321 * error)), line.High!.Value, 1e-3);
        Assert.Equal(0, line.SetAside);
    }

    [Fact]
    public void Fewer_than_five_workloads_decide_nothing()
    {
        var line = Judge(Run([5, 5, 5, 5], threads: 10));

        Assert.Equal(ClaimOutcome.Undecided, line.Outcome);
        Assert.Equal("needs at least 5 workloads, has 4", line.Reason);
        Assert.Null(line.Low);
    }

    [Fact]
    public void A_run_without_code_measures_nothing()
    {
        var (manifest, _) = Planned([5, 5, 5, 5, 5], threads: 10);

        Assert.All(
            [Judge(RunAnalysis.Of(manifest, [])), Ledger.Of([ClaimText.Read([Claim])], []).Lines[0]],
            line =>
            {
                Assert.Equal(ClaimOutcome.NotMeasured, line.Outcome);
                Assert.Contains("sources.json", line.Reason, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("unknown count of code 'lines'; there are: statements, ", "statements", "lines")]
    [InlineData("'unit' is of no use: code", "\"atMost\"", "\"unit\": \"count\", \"atMost\"")]
    [InlineData("'told' is of no use: code", "\"atMost\"", "\"told\": {}, \"atMost\"")]
    [InlineData("a part has neither 'atLeast' nor 'atMost'", "\"atMost\": 0.6, ", "")]
    [InlineData("a part has no 'baseline'", ", \"baseline\": \"threads\"", "")]
    public void A_wrong_part_is_named(string expected, string from, string to)
    {
        var error = Assert.Throws<ResultsException>(() =>
            ClaimText.Read([Claim.Replace(from, to, StringComparison.Ordinal)])
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown model 'gpu'; there are: threads", "channels", "gpu")]
    [InlineData("compares the code of threads with itself", "channels", "threads")]
    public void Models_are_held_against_those_that_there_are(string expected, string from, string to)
    {
        var claim = ClaimText.Read([Claim.Replace(from, to, StringComparison.Ordinal)]);

        var error = Assert.Throws<ResultsException>(() =>
            ClaimCheck.Against([claim], [new(Runs.Case("threads"), ["smoke"])], [], [])
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static LedgerLine Judge(RunAnalysis run) => Ledger.Of([ClaimText.Read([Claim])], [run]).Lines[0];

    private static RunAnalysis Run(int[] channels, int threads)
    {
        var (manifest, sources) = Planned(channels, threads);
        return RunAnalysis.Of(manifest, [], sources);
    }

    private static (RunManifest Manifest, IReadOnlyList<SourceFile> Sources) Planned(
        int[] channels,
        int threads
    )
    {
        var workloads = channels.Select((count, index) => (Id: $"W{index}", Channels: count)).ToList();
        return (
            Runs.Manifest([
                .. workloads.SelectMany(workload =>
                    new[] { "channels", "threads" }.Select(model =>
                        Runs.Case(model) with
                        {
                            Case = $"{workload.Id}/{model}",
                            Workload = workload.Id,
                            Source = $"bench/{model}/{workload.Id}.cs",
                        }
                    )
                ),
            ]),
            [
                .. workloads.Select(workload => Source("channels", workload.Id, workload.Channels)),
                .. workloads.Select(workload => Source("threads", workload.Id, threads)),
            ]
        );
    }

    private static SourceFile Source(string model, string workload, int statements) =>
        new(
            $"bench/{model}/{workload}.cs",
            $"class {workload} {{ void Run() {{ {string.Concat(Enumerable.Repeat("Step(); ", statements))} }} }}"
        );
}
