using Bench.Measurement.Clocks;
using Xunit;

namespace Bench.Tests.Measurement.Clocks;

public sealed class SystemClockTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(50_000)]
    [InlineData(3_000_000)]
    public void Waiting_never_ends_early(long nanoseconds)
    {
        var until = SystemClock.Timestamp + nanoseconds;

        SystemClock.Instance.WaitUntil(until);

        Assert.InRange(SystemClock.Timestamp, until, long.MaxValue);
    }

    [Fact]
    public void Time_never_goes_back()
    {
        var times = Enumerable.Range(0, 10_000).Select(_ => SystemClock.Timestamp).ToList();

        Assert.Equal(times.Order(), times);
    }
}
