using Bench.Results;

namespace Bench.Analysis.Pitfalls;

/// <summary>The figures of two samples that can be watched in production, and those that only their workload has.</summary>
internal static class Counters
{
    private static readonly (string Name, string Unit, Func<Sample, double?> Of)[] s_counters =
    [
        ("operations completed", "1/s", sample => sample.GoodputPerSecond),
        ("dotnet.thread_pool.thread.count", "", sample => sample.ThreadPool?.ThreadsPeak),
        ("dotnet.thread_pool.queue.length", "", sample => sample.ThreadPool?.QueuePeak),
        ("dotnet.monitor.lock_contentions", "", sample => sample.LockContentions),
        ("dotnet.process.memory.working_set", "MiB", sample => sample.MemoryBytes.PeakResident / MiB),
        ("managed heap", "MiB", sample => sample.MemoryBytes.ManagedHeap / MiB),
        ("processors in use", "", sample => sample.ProcessorSeconds / sample.DurationSeconds),
        ("threads of the process", "", sample => sample.ThreadsPeak),
        ("units alive at the end", "", sample => sample.Units.AliveAtEnd),
    ];

    private const double MiB = 1 << 20;

    /// <param name="wrong">A launch of the wrong lane; null without one.</param>
    /// <param name="right">A launch of the right lane; null without one.</param>
    public static IReadOnlyList<Counter> Of(Sample? wrong, Sample? right) =>
        [
            .. s_counters
                .Concat((right ?? wrong)?.Metrics.Keys.Select(Own) ?? [])
                .Select(counter => new Counter(
                    counter.Name,
                    counter.Unit,
                    Figure(wrong, counter.Of),
                    Figure(right, counter.Of)
                )),
        ];

    private static (string Name, string Unit, Func<Sample, double?> Of) Own(string metric) =>
        (metric, "", sample => sample.Metrics.TryGetValue(metric, out var value) ? value : null);

    private static double? Figure(Sample? sample, Func<Sample, double?> of) =>
        sample is { DurationSeconds: > 0 } ? of(sample) : null;
}
