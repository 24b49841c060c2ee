using Bench.Analysis.Capacity;
using Bench.Measurement.Load;
using Bench.Tests.Measurement.Load;
using Xunit;

namespace Bench.Tests.Analysis.Capacity;

/// <summary>
/// The search against queueing theory, in virtual time: 200 threads that each take 44 ms settle 4,545 requests a second,
/// which 4,745 users ask for (200 ÷ 0.044 s × (1 s + 0.044 s)); with 5,000 a request takes 100 ms on average.
/// </summary>
public sealed class ClosedLoopCapacityTests
{
    [Fact]
    public void The_pool_as_told_sustains_the_users_that_its_threads_can_serve()
    {
        var ladder = new Ladder(2_000, 0.05);
        var search = new CapacitySearch(ladder, launches: 6);
        List<Trial> trials = [];
        while (search.Next(trials) is { } next)
        {
            trials.Add(Try(next, seed: (ulong)trials.Count + 1));
        }

        var estimate = CapacityEstimate.Of(trials, ladder.Load(ladder.Lowest));

        Assert.Equal(CapacityState.Found, estimate.State);
        Assert.InRange(estimate.Load!.Value, 4_745 * 0.975, 5_000);
        Assert.InRange(4_745, estimate.Low!.Value, estimate.High!.Value);
    }

    private static Trial Try(NextTrial next, ulong seed)
    {
        var load = new VirtualLoad
        {
            WarmUp = TimeSpan.FromSeconds(2),
            End = TimeSpan.FromSeconds(6),
            KeepsCalls = false,
        };
        var pool = new SimulatedService(load.Clock, 44 * VirtualLoad.Millisecond, servers: 200);
        load.Run(new ClosedLoop(0, Profile.Constant(next.Load), VirtualLoad.Second, seed), pool.Admit);
        return load.P99Milliseconds < 100
            ? new(next.Load, next.Stage, TrialOutcome.Met)
            : new(next.Load, next.Stage, TrialOutcome.Missed, "p99");
    }
}
