namespace Bench.Measurement.Resources;

/// <summary>The processor's counters of cache accesses and misses, for the whole process; virtual machines often have none.</summary>
public sealed class CacheCounters
{
    private readonly PerformanceCounters _counters;

    private CacheCounters(PerformanceCounters counters) => _counters = counters;

    /// <summary>Opens the counters, or says why this system has none. Call it before the lane starts its units.</summary>
    public static CacheCounters? TryOpen(out string whyNot)
    {
        PerformanceEvent[] events = [PerformanceEvent.CacheReferences, PerformanceEvent.CacheMisses];
        var counters = PerformanceCounters.TryOpen(events, out whyNot);
        return counters is null ? null : new(counters);
    }

    /// <summary>What was counted since they were opened.</summary>
    public CacheUse Read() => new(_counters.Read(0), _counters.Read(1));
}
