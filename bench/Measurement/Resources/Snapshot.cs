using Bench.Measurement.Clocks;

namespace Bench.Measurement.Resources;

/// <summary>
/// Counters of the process and the machine at one moment. The measuring side's processor seconds are part of the
/// process's.
/// </summary>
internal readonly record struct Snapshot(
    long Timestamp,
    double ProcessorSeconds,
    double MeasuringSeconds,
    long? ContextSwitches,
    long LockContentions,
    long AllocatedBytes,
    int Gen0,
    int Gen1,
    int Gen2,
    TimeSpan GcPause,
    MachineLoad? Machine
)
{
    /// <summary>As a window opens: the costly readings come first, so that they are no part of it.</summary>
    public static Snapshot AtOpening()
    {
        var machine = MachineLoad.Now();
        var measuring = MeasuringThreads.ProcessorSeconds();
        var snapshot = Now(machine, measuring, ResourceUsage.ContextSwitches());
        return snapshot with
        {
            AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true),
            ProcessorSeconds = ResourceUsage.ProcessorSeconds,
            Timestamp = SystemClock.Timestamp,
        };
    }

    /// <summary>As a window closes: the clock and the processor's time come first, for the same reason.</summary>
    public static Snapshot AtClosing()
    {
        var (timestamp, processor) = (SystemClock.Timestamp, ResourceUsage.ProcessorSeconds);
        var switches = ResourceUsage.ContextSwitches();
        return Now(MachineLoad.Now(), MeasuringThreads.ProcessorSeconds(), switches) with
        {
            Timestamp = timestamp,
            ProcessorSeconds = processor,
        };
    }

    private static Snapshot Now(MachineLoad? machine, double measuring, long? switches) =>
        new(
            SystemClock.Timestamp,
            ResourceUsage.ProcessorSeconds,
            measuring,
            switches,
            Monitor.LockContentionCount,
            GC.GetTotalAllocatedBytes(precise: true),
            GC.CollectionCount(0),
            GC.CollectionCount(1),
            GC.CollectionCount(2),
            GC.GetTotalPauseDuration(),
            machine
        );
}
