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
    /// <param name="watched">Who is measured.</param>
    public static Snapshot AtOpening(WatchedProcesses watched)
    {
        var machine = MachineLoad.Now(watched);
        var measuring = MeasuringThreads.ProcessorSeconds();
        var snapshot = Now(machine, measuring, Switches(watched));
        return snapshot with
        {
            AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true),
            ProcessorSeconds = watched.ProcessorSeconds,
            Timestamp = SystemClock.Timestamp,
        };
    }

    /// <summary>As a window closes: the clock and the processor's time come first, for the same reason.</summary>
    /// <param name="watched">Who is measured.</param>
    public static Snapshot AtClosing(WatchedProcesses watched)
    {
        var (timestamp, processor) = (SystemClock.Timestamp, watched.ProcessorSeconds);
        var switches = Switches(watched);
        return Now(MachineLoad.Now(watched), MeasuringThreads.ProcessorSeconds(), switches) with
        {
            Timestamp = timestamp,
            ProcessorSeconds = processor,
        };
    }

    // Of another process the system tells those of the threads that are still alive: no figure at all.
    private static long? Switches(WatchedProcesses watched) =>
        watched.Ids.Count == 0 ? ResourceUsage.ContextSwitches() : null;

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
