using Bench.Measurement.Hosting;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

/// <summary>A slowdown reaches the backend of a real lane, or the sample says that it did not.</summary>
public sealed class SlowdownTests
{
    private static readonly Slowdown s_twice = new(2);

    /// <summary>A device never answers early, so a busy machine cannot hide that its calls take twice their 44 ms.</summary>
    [Fact]
    public void Every_call_of_a_slowed_lane_takes_its_time_times_the_factor()
    {
        var sample = Measure("inventory");

        Assert.EndsWith("!+100%", sample.Case, StringComparison.Ordinal);
        Assert.InRange(sample.LatencyNanoseconds.P50!.Value, 0.998 * 2 * 44e6, double.MaxValue);
        Assert.DoesNotContain(
            sample.InvalidBecause,
            reason => reason.Contains("slowdown", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_workload_without_a_backend_refuses_instead_of_pretending()
    {
        var sample = Measure("pingpong");

        Assert.False(sample.Valid);
        Assert.Contains(
            "the slowdown +100% was not applied: this workload calls no simulated backend",
            sample.InvalidBecause
        );
    }

    private static Sample Measure(string id)
    {
        var lane = Lanes
            .Of(typeof(Channels.Inventory).Assembly)
            .Single(lane => lane.Workload.Id == id && lane.Variant == "default");
        var planned = lane.Smallest().Slowed(s_twice);
        var workload = lane.Create(planned, seed: 1);
        workload.BeginProcess();
        for (var iteration = 0; iteration <= workload.WarmUpIterations; iteration++)
        {
            workload.BeginIteration();
            workload.Run();
            workload.EndIteration();
        }

        workload.EndProcess();
        return workload.ToSample(planned);
    }
}
