using Bench.Measurement.Tracing;
using Xunit;

namespace Bench.Tests.Measurement.Tracing;

public sealed class ThreadTimesTests
{
    [Fact]
    public void What_passed_is_counted_of_the_threads_that_are_still_there_and_of_new_ones()
    {
        var (running, ready) = ThreadTimes.Between(
            new Dictionary<int, (long, long)>
            {
                [1] = (1_000_000_000, 500_000_000),
                [2] = (9_000_000_000, 0),
            },
            new Dictionary<int, (long, long)> { [1] = (1_500_000_000, 600_000_000), [3] = (250_000_000, 0) }
        );

        Assert.Equal(0.75, running, 1e-9);
        Assert.Equal(0.1, ready, 1e-9);
    }

    [Fact]
    public void On_Linux_every_thread_of_the_process_tells_its_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "schedstat is Linux's");

        Assert.NotNull(ThreadTimes.Now());
        Assert.Contains(ThreadTimes.Now()!.Values, time => time.Running > 0);
    }
}
