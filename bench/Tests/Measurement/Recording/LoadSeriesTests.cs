using Bench.Measurement.Load;
using Bench.Measurement.Recording;
using Bench.Tests.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Recording;

public sealed class LoadSeriesTests
{
    private const long Second = 1_000_000_000;

    [Fact]
    public void An_operation_belongs_to_the_slice_that_it_was_meant_to_start_in_and_its_work_to_that_it_ended_in()
    {
        var series = new LoadSeries(0, TimeSpan.FromSeconds(60));

        series.End(intendedAt: Second / 2, endedAt: 3 * Second, completed: true, timedOut: false);
        series.End(Second, 2 * Second, completed: false, timedOut: true);
        series.Reject(Second);

        var slices = series.ToSlices();
        Assert.Equal(LoadSeries.Slices, slices.Count);
        Assert.Equal((1, 1), (slices[0].Operations.Intended, slices[0].Operations.Completed));
        Assert.Equal(2.5e9, slices[0].LatencyNanoseconds.Max!.Value, 2.5e9 * 0.01);
        Assert.Equal(0, slices[0].GoodputPerSecond);
        Assert.Equal(1, slices[3].GoodputPerSecond);
        Assert.Equal((1, 1), (slices[1].Operations.TimedOut, slices[1].Operations.Rejected));
    }

    [Fact]
    public void What_lies_outside_the_window_is_left_out()
    {
        var series = new LoadSeries(Second, TimeSpan.FromSeconds(60));

        series.End(0, Second / 2, completed: true, timedOut: false);
        series.Observe(0, 5);
        series.ObserveResident(100 * Second, 5);

        Assert.All(series.ToSlices(), slice => Assert.Equal(0, slice.Operations.Intended));
        Assert.All(series.ToSlices(), slice => Assert.Null(slice.InFlightPeak));
        Assert.All(series.ToSlices(), slice => Assert.Null(slice.PeakResident));
    }

    /// <summary>4 servers of 10 ms do 400/s. 600/s for 30 s leave 6,000 waiting: 15 s of work, of which 200/s are gone when the load is 200/s.</summary>
    [Fact]
    public void An_overload_in_virtual_time_is_told_as_queueing_theory_has_it()
    {
        var load = new VirtualLoad { End = TimeSpan.FromSeconds(90), KeepsCalls = false };
        var service = new SimulatedService(load.Clock, 10 * VirtualLoad.Millisecond, servers: 4);
        var series = new LoadSeries(0, load.End);

        load.Run(
            new OpenLoop(
                0,
                Profile.MiddleThird(200, 600, TimeSpan.Zero, TimeSpan.FromSeconds(90)),
                ArrivalProcess.Constant,
                seed: 1
            ),
            service.Admit,
            series
        );

        var slices = series.ToSlices();
        Assert.Equal(200, slices[10].GoodputPerSecond, 5.0);
        Assert.All(slices[22..38], slice => Assert.Equal(400, slice.GoodputPerSecond, 5.0));
        Assert.Equal(15e9, slices[39].LatencyNanoseconds.Max!.Value, 0.5e9);
        Assert.Equal(11.25e9, slices[45].LatencyNanoseconds.Max!.Value, 0.5e9);
        Assert.Equal((60 * 200) + (30 * 600), slices.Sum(slice => slice.Operations.Intended), 2.0);
    }
}
