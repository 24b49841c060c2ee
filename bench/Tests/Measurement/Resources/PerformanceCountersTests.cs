using Bench.Measurement;
using Bench.Measurement.Resources;
using Xunit;

namespace Bench.Tests.Measurement.Resources;

/// <summary>The counters see the whole process, so alone in it: else another test's threads would pass for this one's.</summary>
[Collection(Alone.Name)]
public sealed class PerformanceCountersTests
{
    [Fact]
    public void Threads_there_and_threads_to_come_are_counted()
    {
        var counter = PerformanceCounters.TryOpen([PerformanceEvent.TaskClock], out var whyNot);
        Assert.SkipWhen(counter is null, whyNot);
        var before = counter!.Read(0);
        Work();
        var here = counter.Read(0);
        var thread = new Thread(Work);
        thread.Start();
        thread.Join();

        // Nanoseconds on a processor, and no processor does the work in less than a millisecond.
        Assert.InRange(here - before, 1_000_000, long.MaxValue);
        Assert.InRange(counter.Read(0) - here, 1_000_000, long.MaxValue);
    }

    [Fact]
    public void An_event_that_the_system_lacks_is_refused_with_its_own_words()
    {
        var unknown = new PerformanceEvent(Type: 0, Number: 12_345);

        Assert.Null(PerformanceCounters.TryOpen([unknown], out var whyNot));
        Assert.Contains("perf_event_open", whyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Cache_counters_count_or_say_why_not()
    {
        var counters = CacheCounters.TryOpen(out var whyNot);

        Assert.Equal(counters is null, whyNot.Length > 0);
        if (counters is not null)
        {
            var before = counters.Read();
            Work();
            Assert.InRange((counters.Read() - before).References, 1, long.MaxValue);
        }
    }

    [Fact]
    public void The_share_of_hits_is_what_did_not_miss_and_unknown_without_accesses()
    {
        Assert.Equal(0.75, new CacheUse(References: 400, Misses: 100).HitFraction);
        Assert.Null(default(CacheUse).HitFraction);
    }

    private static void Work()
    {
        var random = new SplitMix64(1);
        var sum = 0UL;
        for (var times = 0; times < 10_000_000; times++)
        {
            sum += random.Next();
        }

        Assert.NotEqual(0UL, sum);
    }
}
