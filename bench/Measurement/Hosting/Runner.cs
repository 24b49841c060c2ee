using System.Runtime.InteropServices;

namespace Bench.Measurement.Hosting;

/// <summary>The process that asked for a sample.</summary>
/// <param name="id">Its process id, or 0 when there is none to watch.</param>
internal readonly partial struct Runner(int id)
{
    /// <summary>True when the runner has died and left this process an orphan.</summary>
    public bool HasGone => id != 0 && OperatingSystem.IsLinux() && GetParentId() != id;

    [LibraryImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetParentId();
}
