using Bench.Measurement.Clocks;
using Xunit;

namespace Bench.Tests.Measurement.Clocks;

public sealed class VirtualClockTests
{
    private readonly VirtualClock _clock = new();
    private readonly List<(string What, long At)> _log = [];

    [Fact]
    public void What_was_scheduled_runs_in_order_of_time_then_of_scheduling()
    {
        _clock.Schedule(20, () => Note("third"));
        _clock.Schedule(10, () => Note("first"));
        _clock.Schedule(10, () => Note("second"));
        _clock.Schedule(31, () => Note("not yet"));

        _clock.WaitUntil(30);

        Assert.Equal([("first", 10), ("second", 10), ("third", 20)], _log);
        Assert.Equal(30, _clock.Now);
    }

    [Fact]
    public void What_an_event_schedules_within_the_wait_runs_too()
    {
        _clock.Schedule(10, () => _clock.Schedule(15, () => Note("follower")));

        _clock.WaitUntil(20);

        Assert.Equal([("follower", 15)], _log);
    }

    [Fact]
    public void Time_never_goes_back()
    {
        _clock.WaitUntil(100);
        _clock.Schedule(50, () => Note("late"));

        _clock.WaitUntil(60);

        Assert.Equal([("late", 100)], _log);
        Assert.Equal(100, _clock.Now);
    }

    private void Note(string what) => _log.Add((what, _clock.Now));
}
