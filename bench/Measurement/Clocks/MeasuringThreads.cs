using System.Collections.Concurrent;
using System.Globalization;

namespace Bench.Measurement.Clocks;

/// <summary>
/// The threads of the measuring side that are alive in this process, so that their processor time can be told from
/// the lane's. Static, because threads are the process's.
/// </summary>
internal static class MeasuringThreads
{
    private static readonly ConcurrentDictionary<int, bool> s_alive = new();

    public static void Enter(int thread) => s_alive[thread] = true;

    public static void Leave(int thread) => s_alive.TryRemove(thread, out _);

    public static bool Has(int thread) => s_alive.ContainsKey(thread);

    /// <summary>Processor seconds of the threads alive now; 0 where the system does not tell.</summary>
    public static double ProcessorSeconds() => s_alive.Keys.Sum(SecondsOf);

    // The first field of schedstat is the time spent on a processor, nanoseconds.
    private static double SecondsOf(int thread)
    {
        try
        {
            var text = File.ReadAllText($"/proc/self/task/{thread}/schedstat");
            return long.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var nanoseconds)
                ? nanoseconds / 1e9
                : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
