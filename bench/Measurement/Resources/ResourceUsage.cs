using System.Runtime.InteropServices;

namespace Bench.Measurement.Resources;

/// <summary>Processor time and context switches of the whole process, ended threads included.</summary>
internal static partial class ResourceUsage
{
    private const int Self = 0;

    // struct rusage as longs: two timevals, then fourteen counters; the last two are these.
    private const int VoluntarySwitches = 16;
    private const int InvoluntarySwitches = 17;

    public static double ProcessorSeconds => Environment.CpuUsage.TotalTime.TotalSeconds;

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
}
