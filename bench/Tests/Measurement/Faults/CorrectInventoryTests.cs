using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Faults;

public sealed class CorrectInventoryTests
{
    [Fact]
    public void A_correct_lane_has_no_violation_and_its_operations_add_up()
    {
        var sample = new InventoryLane().Measure();

        Assert.Equal(SampleStatus.Measured, sample.Status);
        Assert.DoesNotContain(
            sample.InvalidBecause,
            reason => reason.StartsWith("incorrect", StringComparison.Ordinal)
        );
        Assert.True(sample.Operations.AddUp);
        Assert.InRange(sample.Operations.Completed, 1, sample.Operations.Intended);
    }

    [Fact]
    public void Its_figures_agree_with_each_other()
    {
        var sample = new InventoryLane().Measure();
        var recorded = sample.Operations.Intended - sample.Operations.Rejected;

        Assert.Equal(recorded, sample.LatencyNanoseconds.Count);
        Assert.Equal(recorded, HistogramText.Decode(sample.Histogram!).TotalCount);
        Assert.Equal(recorded, sample.LatencyOverTime.Sum(slice => slice.Count));
        Assert.All(sample.LatencyOverTime, slice => Assert.InRange(slice.StartSeconds, 0, 0.2));
        Assert.InRange(
            sample.LatencyNanoseconds.Mean!.Value,
            1e6,
            sample.LatencyNanoseconds.Max!.Value * 1.001
        );

        // One unit a request; a busy machine opens the count later than the window.
        Assert.InRange(sample.Units.Created, 1, 2 * recorded);
        Assert.Equal(0, sample.Units.AliveAtEnd);
    }

    [Fact]
    public void Its_rates_are_over_the_window_as_scheduled()
    {
        var sample = new InventoryLane().Measure();

        Assert.Equal(0.2, sample.DurationSeconds, 1e-12);
        Assert.Equal(Math.Round(sample.ThroughputPerSecond * 0.2), sample.ThroughputPerSecond * 0.2, 1e-6);
        Assert.InRange(sample.GoodputPerSecond, 0, sample.ThroughputPerSecond);
    }

    [Fact]
    public void A_lane_that_refuses_says_so_and_is_correct()
    {
        var sample = new InventoryLane { Admits = request => request.Number % 2 == 0 }.Measure();

        Assert.Equal(SampleStatus.Measured, sample.Status);
        Assert.InRange(sample.Operations.Rejected, 1, sample.Operations.Intended - 1);
        Assert.True(sample.Operations.AddUp);
    }

    [Fact]
    public void A_lane_too_slow_for_its_deadlines_times_out_but_is_correct()
    {
        var sample = new InventoryLane
        {
            Answer = (call, reply) =>
            {
                call.Cancellation.WaitHandle.WaitOne();
                call.Complete(reply);
            },
        }.Measure(deadlineMilliseconds: 10);

        Assert.Equal(SampleStatus.Measured, sample.Status);
        Assert.Equal(sample.Operations.Intended, sample.Operations.TimedOut);
    }
}
