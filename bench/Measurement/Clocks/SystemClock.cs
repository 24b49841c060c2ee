using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bench.Measurement.Clocks;

/// <summary>The system's monotonic clock. On Linux it waits by clock_nanosleep to an absolute time.</summary>
public sealed partial class SystemClock : IClock
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const int ClockMonotonic = 1;
    private const int TimerAbsolute = 1;

    private SystemClock() { }

    public static SystemClock Instance { get; } = new();

    /// <summary>Nanoseconds of the monotonic clock.</summary>
    public static long Timestamp =>
        Stopwatch.Frequency == NanosecondsPerSecond
            ? Stopwatch.GetTimestamp()
            : (long)(Stopwatch.GetTimestamp() * ((double)NanosecondsPerSecond / Stopwatch.Frequency));

    public long Now => Timestamp;

    public void WaitUntil(long timestamp)
    {
        while (timestamp - Now is var left && left > 0)
        {
            if (OperatingSystem.IsLinux())
            {
                var until = new TimeSpecification(
                    timestamp / NanosecondsPerSecond,
                    timestamp % NanosecondsPerSecond
                );
                _ = ClockNanosleep(ClockMonotonic, TimerAbsolute, in until, 0);
            }
            else
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(Math.Max(1, left / 1_000_000)));
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockNanosleep(
        int clock,
        int flags,
        in TimeSpecification until,
        nint remaining
    );

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpecification(long Seconds, long Nanoseconds);
}
