using System.Globalization;
using Bench.Measurement.Clocks;

namespace Bench.Measurement.Tracing;

/// <summary>
/// How long each of the process's threads was on a processor, and ready without one, nanoseconds; the measuring side's are left out.
/// Source: schedstat of proc(5).
/// </summary>
internal static class ThreadTimes
{
    private const string Tasks = "/proc/self/task";

    /// <summary>By thread; null where the system does not tell.</summary>
    public static IReadOnlyDictionary<int, (long Running, long Ready)>? Now()
    {
        if (!Directory.Exists(Tasks))
        {
            return null;
        }

        var times = new Dictionary<int, (long, long)>();
        foreach (var folder in Directory.EnumerateDirectories(Tasks))
        {
            var thread = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
            if (!MeasuringThreads.Has(thread) && Of(folder) is { } time)
            {
                times[thread] = time;
            }
        }

        return times.Count == 0 ? null : times;
    }

    /// <summary>Of all threads that are there at the end, seconds. What ended meanwhile is not known any more.</summary>
    public static (double Running, double Ready) Between(
        IReadOnlyDictionary<int, (long Running, long Ready)> before,
        IReadOnlyDictionary<int, (long Running, long Ready)> after
    ) =>
        (
            after.Sum(item => item.Value.Running - before.GetValueOrDefault(item.Key).Running) / 1e9,
            after.Sum(item => item.Value.Ready - before.GetValueOrDefault(item.Key).Ready) / 1e9
        );

    private static (long Running, long Ready)? Of(string folder)
    {
        try
        {
            return
                File.ReadAllText(Path.Combine(folder, "schedstat")).Split(' ') is [var running, var ready, ..]
                ? (
                    long.Parse(running, CultureInfo.InvariantCulture),
                    long.Parse(ready, CultureInfo.InvariantCulture)
                )
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
