using System.Globalization;
using Bench.Measurement.Clocks;

namespace Bench.Measurement.Resources;

/// <summary>Processor time of the whole machine and of this process so far, all read at one moment.</summary>
/// <param name="At">The moment, seconds of the monotonic clock.</param>
/// <param name="Processors">Processors of the machine.</param>
/// <param name="Idle">Seconds that processors were idle or waited for a disk, summed over them.</param>
/// <param name="Stolen">Seconds that the hypervisor gave to others.</param>
/// <param name="Own">Processor seconds of this process, and of the one that works for it.</param>
internal readonly record struct MachineLoad(double At, int Processors, double Idle, double Stolen, double Own)
{
    private const double TicksPerSecond = 100;
    private const int IdleField = 4;
    private const int WaitingField = 5;
    private const int StolenField = 8;

    /// <summary>The present moment; null where there is no /proc.</summary>
    /// <param name="watched">Processes whose work is this one's.</param>
    public static MachineLoad? Now(WatchedProcesses watched) =>
        OperatingSystem.IsLinux()
            ? Parse(
                File.ReadLines("/proc/stat"),
                SystemClock.Timestamp / 1e9,
                ResourceUsage.ProcessorSeconds + (watched.Ids.Count == 0 ? 0 : watched.ProcessorSeconds)
            )
            : null;

    /// <summary>Reads the lines of /proc/stat.</summary>
    public static MachineLoad Parse(IEnumerable<string> lines, double at, double own)
    {
        var processors = lines
            .TakeWhile(line => line.StartsWith("cpu", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        var all = processors[0];
        return new(
            at,
            processors.Count - 1,
            Seconds(all[IdleField]) + Seconds(all[WaitingField]),
            all.Length > StolenField ? Seconds(all[StolenField]) : 0,
            own
        );
    }

    /// <summary>Processor seconds that there were since an earlier moment, idle or not.</summary>
    public double TotalSince(MachineLoad earlier) => (At - earlier.At) * Processors;

    /// <summary>
    /// Processor seconds that other processes used since an earlier moment: what was neither idle nor stolen nor this
    /// process's. The kernel's own columns of busy time are not used: it fills them by looking 250 times a second, and
    /// a process that wakes in step with those looks seems to use up to a processor more than it does.
    /// </summary>
    public double OthersSince(MachineLoad earlier) =>
        TotalSince(earlier) - (Idle - earlier.Idle) - (Stolen - earlier.Stolen) - (Own - earlier.Own);

    private static double Seconds(string field) =>
        double.Parse(field, CultureInfo.InvariantCulture) / TicksPerSecond;
}
