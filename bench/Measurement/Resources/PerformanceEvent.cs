namespace Bench.Measurement.Resources;

/// <summary>An event that perf_event_open(2) counts, by its type and number there.</summary>
/// <param name="Type">PERF_TYPE_…: 0 for the processor's own events, 1 for the kernel's.</param>
/// <param name="Number">Number of the event within its type.</param>
internal readonly record struct PerformanceEvent(uint Type, ulong Number)
{
    public static PerformanceEvent CacheReferences => new(Type: 0, Number: 2);
    public static PerformanceEvent CacheMisses => new(Type: 0, Number: 3);

    /// <summary>Time on a processor, ns: the kernel counts it itself, so it is there where hardware counters are not.</summary>
    public static PerformanceEvent TaskClock => new(Type: 1, Number: 1);
}
