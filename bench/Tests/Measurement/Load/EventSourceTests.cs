using Bench.Measurement.Clocks;
using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class EventSourceTests
{
    [Fact]
    public void Events_come_at_their_times_in_order()
    {
        var clock = new VirtualClock();
        List<(int Index, long Due, long At)> seen = [];

        new EventSource(clock, (index, due) => seen.Add((index, due, clock.Now))).Run(
            1_000,
            [0, 50, 50, 70],
            0
        );

        Assert.Equal([(0, 1_000, 1_000), (1, 1_050, 1_050), (2, 1_050, 1_050), (3, 1_070, 1_070)], seen);
    }

    [Fact]
    public void A_lane_that_blocks_makes_events_late_but_not_due_later()
    {
        var clock = new VirtualClock();
        List<long> due = [];
        var source = new EventSource(
            clock,
            (_, at) =>
            {
                due.Add(at);
                clock.WaitUntil(clock.Now + 1_000);
            }
        );

        source.Run(0, [0, 100, 200], countFrom: 0);

        Assert.Equal([0, 100, 200], due);
        Assert.Equal(1_800, source.Lateness.Max);
    }

    [Fact]
    public void Lateness_of_the_warm_up_does_not_count()
    {
        var clock = new VirtualClock();
        var source = new EventSource(
            clock,
            (index, _) =>
            {
                if (index == 0)
                {
                    clock.WaitUntil(90);
                }
            }
        );

        source.Run(0, [0, 10, 100], countFrom: 100);

        Assert.Equal(1, source.Lateness.Max);
    }
}
