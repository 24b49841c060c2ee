using System.Diagnostics;

namespace Bench.Measurement.Hosting;

/// <summary>When this process started, in UTC.</summary>
internal static class ProcessClock
{
    public static DateTimeOffset StartedAt
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.StartTime.ToUniversalTime();
        }
    }
}
