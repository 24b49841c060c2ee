using Bench.Analysis.Capacity;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Capacity;

/// <summary>When a capacity run has answered what it was asked.</summary>
public sealed class CapacityAnalysisTests
{
    private static readonly CapacityPlan s_plan = new()
    {
        Slo = "p99<100ms",
        Resolution = 0.05,
        Launches = 4,
        OverloadLaunches = 1,
        OverloadFactor = 1.5,
        RestFactor = 0.5,
        Search = new(100, 100),
        Confirm = new(100, 100),
        Overload = new(100, 300),
        Targets =
        [
            new()
            {
                Workload = "ping",
                Model = "tasks",
                Variant = "default",
                Terms = "equal",
                Parameter = "users",
                Start = 1_000,
                Configuration = ParameterSet.Empty,
            },
        ],
    };

    [Fact]
    public void A_search_that_has_not_ended_is_not_decided() =>
        Assert.False(Measured(_ => 50e6, trials: 2).IsDecided);

    [Fact]
    public void A_capacity_is_an_answer()
    {
        var analysis = Measured(load => load <= 1_500 ? 50e6 : 150e6);

        Assert.Equal(CapacityState.Found, analysis.Lanes[0].Estimate.State);
        Assert.True(analysis.IsDecided);
    }

    [Fact]
    public void At_least_so_much_is_an_answer()
    {
        var analysis = Measured(_ => 50e6);

        Assert.Equal(CapacityState.AtLeast, analysis.Lanes[0].Estimate.State);
        Assert.True(analysis.IsDecided);
    }

    [Fact]
    public void A_lane_of_which_no_launch_could_be_used_is_not_decided()
    {
        var analysis = Measured(_ => null);

        Assert.Equal(CapacityState.Undecided, analysis.Lanes[0].Estimate.State);
        Assert.False(analysis.IsDecided);
    }

    /// <summary>Takes so many launches, or all that the search asks for.</summary>
    /// <param name="latency">p99 under a load, ns; null for a launch whose generator was late.</param>
    /// <param name="trials">Most launches.</param>
    private static CapacityAnalysis Measured(Func<int, double?> latency, int trials = int.MaxValue)
    {
        var manifest = Runs.Manifest([]) with { Capacity = s_plan };
        List<Sample> samples = [];
        while (samples.Count < trials && CapacityAnalysis.Of(manifest, samples)!.Lanes[0].Next is { } next)
        {
            var planned = Case(next);
            manifest = manifest with
            {
                Cases = [.. manifest.Cases.Append(planned).DistinctBy(other => other.Case)],
            };
            samples.Add(Sample(planned, samples.Count + 1, latency(next.Load)));
        }

        return CapacityAnalysis.Of(manifest, samples)!;
    }

    private static PlannedCase Case(NextTrial next) =>
        Runs.Case("tasks") with
        {
            Case = $"ping/tasks/users={next.Load}/{next.Stage}",
            Stage = next.Stage,
            Parameters = new([new("users", $"{next.Load}")]),
        };

    private static Sample Sample(PlannedCase planned, int round, double? latency) =>
        new()
        {
            Run = "run",
            Round = round,
            Case = planned.Case,
            Workload = planned.Workload,
            Model = planned.Model,
            Terms = planned.Terms,
            Parameters = planned.Parameters,
            Valid = latency is not null,
            InvalidBecause = latency is null ? ["the load generator was late: p99 9 ms"] : [],
            LatencyNanoseconds = new() { P99 = latency },
        };
}
