using System.Runtime.InteropServices;

namespace Bench.Measurement.Resources;

/// <summary>Processor time and context switches of the whole process, ended threads included.</summary>
internal static partial class ResourceUsage
{
    private const int Self = 0;
    private const int ProcessorClock = 2;

    // struct rusage as longs: two timevals, then fourteen counters; the last two are these.
    private const int VoluntarySwitches = 16;
    private const int InvoluntarySwitches = 17;

    public static double ProcessorSeconds => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Processor seconds of another process so far; 0 where the system does not tell, as when it has ended.</summary>
    /// <param name="process">Id of the process.</param>
    public static unsafe double ProcessorSecondsOf(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        // clock_getcpuclockid(3), as the kernel numbers its clocks: the process's id inverted, and 2 for time on a processor.
        var clock = (~process << 3) | ProcessorClock;
        var time = stackalloc long[2];
        return GetTime(clock, time) == 0 ? time[0] + (time[1] / 1e9) : 0;
    }

    /// <summary>Voluntary and involuntary context switches; null where getrusage is missing.</summary>
    public static unsafe long? ContextSwitches()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var usage = stackalloc long[18];
        return GetResourceUsage(Self, usage) == 0
            ? usage[VoluntarySwitches] + usage[InvoluntarySwitches]
            : null;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int GetResourceUsage(int who, long* usage);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int GetTime(int clock, long* time);
}
