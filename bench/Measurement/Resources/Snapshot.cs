namespace Bench.Measurement.Resources;

/// <summary>Counters of the process and the machine at one moment.</summary>
internal readonly record struct Snapshot(
    long Timestamp,
    double ProcessorSeconds,
    long? ContextSwitches,
    long AllocatedBytes,
    int Gen0,
    int Gen1,
    int Gen2,
    TimeSpan GcPause,
    MachineLoad? Machine
)
{
    public static Snapshot Now() =>
        new(
            Clocks.SystemClock.Timestamp,
            ResourceUsage.ProcessorSeconds,
            ResourceUsage.ContextSwitches(),
            GC.GetTotalAllocatedBytes(precise: true),
            GC.CollectionCount(0),
            GC.CollectionCount(1),
            GC.CollectionCount(2),
            GC.GetTotalPauseDuration(),
            MachineLoad.Now()
        );
}
