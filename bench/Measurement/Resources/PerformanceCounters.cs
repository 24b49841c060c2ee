using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bench.Measurement.Resources;

/// <summary>
/// Counts events in all threads of this process, user code only, by Linux's perf_event_open(2): in those alive when they
/// are opened, and in whatever those start later, which inherits the counters.
/// They are open as long as somebody holds them.
/// </summary>
internal sealed partial class PerformanceCounters
{
    // struct perf_event_attr, version 0 to 7 of it: 128 bytes, of which these fields are set.
    private const int AttributeBytes = 128;
    private const int SizeAt = 4;
    private const int EventAt = 8;
    private const int FlagsAt = 40;
    private const ulong Inherit = 1 << 1;
    private const ulong ExcludeKernel = 1 << 5;
    private const ulong ExcludeHypervisor = 1 << 6;
    private const int NotPermitted = 1;
    private const int NoSuchEvent = 2;
    private const int NoSuchThread = 3;
    private const int NoAccess = 13;
    private const int NoHardware = 95;
    private const int AnyProcessor = -1;
    private const int NoGroup = -1;
    private const nuint CloseOnExec = 8;

    private readonly List<SafeFileHandle>[] _events;

    private PerformanceCounters(List<SafeFileHandle>[] events) => _events = events;

    /// <summary>Opens a counter for each event, or says why this system has none.</summary>
    public static PerformanceCounters? TryOpen(IReadOnlyList<PerformanceEvent> events, out string whyNot)
    {
        whyNot = "";
        if (SystemCall is not { } number)
        {
            whyNot = "hardware counters are read by Linux's perf_event_open, on x64 and arm64";
            return null;
        }

        var handles = Array.ConvertAll<PerformanceEvent, List<SafeFileHandle>>([.. events], _ => []);
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task").Select(Path.GetFileName))
        {
            for (var index = 0; index < handles.Length; index++)
            {
                var id = int.Parse(thread!, CultureInfo.InvariantCulture);
                var handle = Open(number, events[index], id);
                handles[index].Add(handle);

                // A thread may have ended since it was listed.
                if (handle.IsInvalid && Marshal.GetLastPInvokeError() is var error and not NoSuchThread)
                {
                    whyNot = Words(error);
                    Close(handles);
                    return null;
                }
            }
        }

        Array.ForEach(handles, threads => threads.RemoveAll(handle => handle.IsInvalid));
        return new(handles);
    }

    /// <summary>How often an event happened since the counters were opened.</summary>
    /// <param name="index">Its place among the events asked for.</param>
    public long Read(int index)
    {
        var total = 0L;
        foreach (var thread in _events[index])
        {
            total +=
                Read(thread, out var count, sizeof(long)) == sizeof(long)
                    ? count
                    : throw new IOException(
                        $"reading a perf event: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}"
                    );
        }

        return total;
    }

    private static void Close(List<SafeFileHandle>[] events) =>
        Array.ForEach(events, threads => threads.ForEach(thread => thread.Dispose()));

    private static nint? SystemCall =>
        OperatingSystem.IsLinux()
            ? RuntimeInformation.ProcessArchitecture switch
            {
                Architecture.X64 => 298,
                Architecture.Arm64 => 241,
                _ => null,
            }
            : null;

    private static SafeFileHandle Open(nint systemCall, PerformanceEvent counted, int thread)
    {
        var attributes = new byte[AttributeBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(attributes, counted.Type);
        BinaryPrimitives.WriteUInt32LittleEndian(attributes.AsSpan(SizeAt), AttributeBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(attributes.AsSpan(EventAt), counted.Number);
        BinaryPrimitives.WriteUInt64LittleEndian(
            attributes.AsSpan(FlagsAt),
            Inherit | ExcludeKernel | ExcludeHypervisor
        );
        return new(
            PerformanceEventOpen(systemCall, attributes, thread, AnyProcessor, NoGroup, CloseOnExec),
            ownsHandle: true
        );
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint PerformanceEventOpen(
        nint number,
        byte[] attributes,
        nint thread,
        nint processor,
        nint group,
        nuint flags
    );

    private static string Words(int error)
    {
        var said = $"perf_event_open: {Marshal.GetPInvokeErrorMessage(error)}";
        return error switch
        {
            NoSuchEvent or NoHardware =>
                $"{said} (the processor shows no such counter, as in most virtual machines)",
            NotPermitted or NoAccess => $"{said} (see kernel.perf_event_paranoid)",
            _ => said,
        };
    }

    // RandomAccess refuses handles that cannot seek, and a stream would look ahead.
    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Read(SafeFileHandle handle, out long count, nint bytes);
}
