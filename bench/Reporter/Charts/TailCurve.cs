using Bench.Results;

namespace Bench.Reporter.Charts;

/// <summary>Latency by number of nines: x = −log10(1 − q), so 1 is p90, 2 is p99, 3 is p99.9.</summary>
internal static class TailCurve
{
    /// <summary>The median, where curves begin: faster operations are nobody's trouble.</summary>
    public const double First = 0.3;

    public const double Step = 0.05;

    // A quantile with fewer operations beyond it is one operation's story.
    private const int FewestBeyond = 10;

    /// <summary>Nanoseconds at x = First, First + Step …, as far as the operations bear.</summary>
    public static double[] Of(LatencyCounts latencies)
    {
        var last = Math.Log10(latencies.Total / (double)FewestBeyond);
        if (!(last > First))
        {
            return [];
        }

        var values = new double[(int)((last - First) / Step) + 1];
        var (next, reached, rank) = (0, 0L, Rank(0, latencies.Total));
        foreach (var (nanoseconds, count) in latencies.Recorded)
        {
            reached += count;
            while (next < values.Length && reached >= rank)
            {
                values[next++] = Math.Max(1, nanoseconds);
                rank = Rank(next, latencies.Total);
            }
        }

        return values;
    }

    private static double Rank(int index, long count) =>
        Math.Max(1, (1 - Math.Pow(10, -First - (index * Step))) * count);
}
