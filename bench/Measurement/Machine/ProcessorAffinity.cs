using System.Runtime.InteropServices;

namespace Bench.Measurement.Machine;

/// <summary>Ties threads to processors, on Linux (sched_setaffinity).</summary>
public static partial class ProcessorAffinity
{
    private const int CallingThread = 0;
    private const int BitsPerWord = 64;

    // glibc's cpu_set_t: 1,024 processors.
    private const int Words = 16;

    /// <summary>Why threads cannot be tied to processors here; null when they can.</summary>
    public static string? WhyNot =>
        OperatingSystem.IsLinux()
            ? null
            : "tying a thread to a processor takes sched_setaffinity, which only Linux has";

    /// <summary>The processors that the calling thread may run on, in order; empty where the system does not tell.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var set = new ulong[Words];
        return GetAffinity(CallingThread, Words * sizeof(ulong), set) < 0
            ? throw Failed("sched_getaffinity")
            : [.. Enumerable.Range(0, Words * BitsPerWord).Where(processor => Has(set, processor))];
    }

    /// <summary>Ties the calling thread to one processor for the rest of its life.</summary>
    /// <param name="processor">A processor of <see cref="Allowed"/>.</param>
    /// <exception cref="InvalidOperationException">The system refuses.</exception>
    /// <exception cref="PlatformNotSupportedException">Not Linux.</exception>
    public static void Pin(int processor)
    {
        if (WhyNot is { } reason)
        {
            throw new PlatformNotSupportedException(reason);
        }

        var set = new ulong[Words];
        set[processor / BitsPerWord] = 1UL << (processor % BitsPerWord);
        if (SetAffinity(CallingThread, Words * sizeof(ulong), set) != 0)
        {
            throw Failed("sched_setaffinity");
        }
    }

    private static bool Has(ulong[] set, int processor) =>
        (set[processor / BitsPerWord] >> (processor % BitsPerWord) & 1) == 1;

    private static InvalidOperationException Failed(string call) =>
        new($"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAffinity(int thread, nint bytes, [Out] ulong[] set);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nint bytes, ulong[] set);
}
