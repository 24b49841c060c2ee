using System.Runtime.InteropServices;

namespace Bench.Measurement.Faults;

/// <summary>Signals to a process, by its id, as POSIX numbers them on Linux.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Sends a signal; nothing happens when the process has gone.</summary>
    public static void Send(int process, int signal) => _ = SendTo(process, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendTo(int process, int signal);
}
