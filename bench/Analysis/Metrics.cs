using Bench.Results;

namespace Bench.Analysis;

/// <summary>The catalogue of metrics that every sample may have, and access to those of one workload.</summary>
public static class Metrics
{
    public static Metric Throughput { get; } =
        new("throughput", "Throughput", Unit.PerSecond, true, sample => sample.ThroughputPerSecond);

    public static Metric Goodput { get; } =
        new("goodput", "Goodput", Unit.PerSecond, true, sample => sample.GoodputPerSecond);

    public static Metric Mean { get; } =
        Latency("mean", "Mean latency", sample => sample.LatencyNanoseconds.Mean);

    public static Metric P50 { get; } =
        Latency("p50", "p50 latency", sample => sample.LatencyNanoseconds.P50);

    public static Metric P90 { get; } =
        Latency("p90", "p90 latency", sample => sample.LatencyNanoseconds.P90);

    public static Metric P95 { get; } =
        Latency("p95", "p95 latency", sample => sample.LatencyNanoseconds.P95);

    public static Metric P99 { get; } =
        Latency("p99", "p99 latency", sample => sample.LatencyNanoseconds.P99);

    public static Metric P999 { get; } =
        Latency("p999", "p99.9 latency", sample => sample.LatencyNanoseconds.P999);

    public static Metric Max { get; } =
        Latency("max", "Longest latency", sample => sample.LatencyNanoseconds.Max);

    /// <summary>Share of intended operations that did not complete in time.</summary>
    public static Metric ErrorRate { get; } =
        new("errorRate", "Error rate", Unit.Fraction, false, sample => sample.Operations.ErrorRate);

    public static Metric PeakResident { get; } =
        Memory("peakResident", "Peak resident memory", sample => sample.MemoryBytes.PeakResident);

    public static Metric SteadyResident { get; } =
        Memory("steadyResident", "Steady resident memory", sample => sample.MemoryBytes.SteadyResident);

    /// <summary>Steady less baseline resident memory: what the lane added to a bare process. Noise can make it negative.</summary>
    public static Metric AddedResident { get; } =
        Memory(
            "addedResident",
            "Resident memory added",
            sample => sample.MemoryBytes.SteadyResident - sample.MemoryBytes.BaselineResident
        );

    public static Metric ManagedHeap { get; } =
        Memory("managedHeap", "Managed heap", sample => sample.MemoryBytes.ManagedHeap);

    public static Metric AllocatedPerOperation { get; } =
        Memory(
            "allocatedPerOperation",
            "Allocated per operation",
            sample => sample.MemoryBytes.AllocatedPerOperation
        );

    public static Metric ProcessorSecondsPerOperation { get; } =
        new(
            "processorSecondsPerOperation",
            "Processor time per operation",
            Unit.Seconds,
            false,
            sample => PerOperation(sample, sample.ProcessorSeconds)
        );

    public static Metric ContextSwitchesPerOperation { get; } =
        new(
            "contextSwitchesPerOperation",
            "Context switches per operation",
            Unit.Count,
            false,
            sample => PerOperation(sample, sample.ContextSwitches)
        );

    /// <summary>Threads, tasks, workers or actors really created.</summary>
    public static Metric UnitsCreated { get; } =
        new("unitsCreated", "Units created", Unit.Count, false, sample => sample.Units.Created);

    public static Metric ThreadsPeak { get; } =
        new("threadsPeak", "Most threads at once", Unit.Count, false, sample => sample.ThreadsPeak);

    public static Metric GcPauseTotal { get; } =
        new(
            "gcPauseTotal",
            "Garbage collection pauses, total",
            Unit.Milliseconds,
            false,
            sample => sample.Gc.PauseTotalMilliseconds
        );

    /// <summary>Of the pauses that the sampler saw, which looks every 20 ms.</summary>
    public static Metric GcPauseP99 { get; } =
        new(
            "gcPauseP99",
            "Garbage collection pauses, p99",
            Unit.Milliseconds,
            false,
            sample => sample.Gc.PauseP99Milliseconds
        );

    /// <summary>
    /// Share of units' lifetimes that was spent waiting on queues and locks and for a turn: neither in a step, nor at the backend, nor
    /// on a processor otherwise. Only traced samples have it.
    /// </summary>
    public static Metric WaitingFraction { get; } =
        new(
            "waitingFraction",
            "Units' time spent waiting",
            Unit.Fraction,
            false,
            sample => TraceShares.Of(sample)?.Waiting
        );

    /// <summary>The catalogue in the order of the report.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Throughput,
        Goodput,
        Mean,
        P50,
        P90,
        P95,
        P99,
        P999,
        Max,
        ErrorRate,
        PeakResident,
        SteadyResident,
        AddedResident,
        ManagedHeap,
        AllocatedPerOperation,
        ProcessorSecondsPerOperation,
        ContextSwitchesPerOperation,
        UnitsCreated,
        ThreadsPeak,
        GcPauseTotal,
        GcPauseP99,
        WaitingFraction,
    ];

    /// <summary>
    /// The metric with this id. An id outside the catalogue names a workload's own figure in
    /// <see cref="Sample.Metrics"/>: its unit is read from the words of its name, and samples without it give null.
    /// </summary>
    public static Metric Find(string id) =>
        All.FirstOrDefault(metric => string.Equals(metric.Id, id, StringComparison.Ordinal))
        ?? WorkloadMetric.Named(id);

    /// <summary>The metrics that at least one of the samples has: the catalogue first, then workloads' own by name.</summary>
    public static IReadOnlyList<Metric> In(IEnumerable<Sample> samples)
    {
        var list = samples.ToList();
        var own = list.SelectMany(sample => sample.Metrics.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return
        [
            .. All.Where(metric => list.Exists(sample => metric.Select(sample) is not null)),
            .. own.Select(Find).Except(All),
        ];
    }

    private static Metric Latency(string id, string title, Func<Sample, double?> select) =>
        new(id, title, Unit.Nanoseconds, false, select);

    private static Metric Memory(string id, string title, Func<Sample, double?> select) =>
        new(id, title, Unit.Bytes, false, select);

    private static double? PerOperation(Sample sample, double? total) =>
        sample.Operations.Completed > 0 ? total / sample.Operations.Completed : null;
}
