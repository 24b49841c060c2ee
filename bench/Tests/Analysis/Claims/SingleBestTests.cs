using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Whether a model wins everywhere is read from the whole run.</summary>
public sealed class SingleBestTests
{
    private const string Part = """ "relation": "noSingleBest", "equal": {}""";

    [Theory]
    [InlineData(2, 1, 1, 2, ClaimOutcome.Holds)]
    [InlineData(2, 1, 2, 1, ClaimOutcome.Refuted)]
    [InlineData(2, 1, 1, 1, ClaimOutcome.Refuted)]
    public void Each_model_must_be_beaten_somewhere(
        double channelsPing,
        double threadsPing,
        double channelsPong,
        double threadsPong,
        ClaimOutcome expected
    )
    {
        var line = Judge(6, ("ping", channelsPing, threadsPing), ("pong", channelsPong, threadsPong));

        Assert.Equal(expected, line.Outcome);
        Assert.Contains(
            expected == ClaimOutcome.Holds
                ? "threads by channels in ping, throughput"
                : "channels is best or tied",
            line.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_model_that_was_not_everywhere_cannot_be_best_everywhere()
    {
        var line = JudgeArms(
            6,
            ("ping", "channels", 2),
            ("ping", "threads", 1),
            ("pong", "tasks", 1),
            ("pong", "threads", 2)
        );

        Assert.Equal(ClaimOutcome.Undecided, line.Outcome);
        Assert.Equal("not shown to be beaten anywhere: channels", line.Reason);
    }

    [Fact]
    public void Too_few_rounds_show_nobody_beaten() =>
        Assert.Equal(ClaimOutcome.Undecided, Judge(3, ("ping", 2, 1), ("pong", 1, 2)).Outcome);

    [Fact]
    public void One_workload_is_not_everywhere() =>
        Assert.Equal(ClaimOutcome.NotMeasured, Judge(6, ("ping", 2, 1)).Outcome);

    private static LedgerLine Judge(
        int rounds,
        params (string Workload, double Channels, double Threads)[] runs
    ) =>
        JudgeArms(
            rounds,
            [
                .. runs.SelectMany(run =>
                    new[] { (run.Workload, "channels", run.Channels), (run.Workload, "threads", run.Threads) }
                ),
            ]
        );

    private static LedgerLine JudgeArms(
        int rounds,
        params (string Workload, string Model, double Throughput)[] arms
    )
    {
        List<Sample> samples =
        [
            .. from arm in arms
            from round in Enumerable.Range(1, rounds)
            select Runs.Sample(arm.Model, 0, round, arm.Throughput * (1000 + round)) with
            {
                Workload = arm.Workload,
                Case = $"{arm.Workload}/{arm.Model}",
            },
        ];
        List<PlannedCase> cases =
        [
            .. from arm in arms
            select Runs.Case(arm.Model) with
            {
                Workload = arm.Workload,
                Case = $"{arm.Workload}/{arm.Model}",
            },
        ];
        return Ledger.Of([ClaimText.Read([Part])], [RunAnalysis.Of(Runs.Manifest(cases), samples)]).Lines[0];
    }
}
