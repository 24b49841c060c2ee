using Bench.Analysis.ServiceLevels;
using Bench.Results;

namespace Bench.Analysis.Capacity;

/// <summary>What became of one launch that was overloaded in the middle third of its window.</summary>
/// <param name="GoodputPerSecond">Operations completed in time per second while the overload lasted.</param>
/// <param name="InFlightAtRest">Most operations in flight before it; null when none was observed.</param>
/// <param name="InFlightPeak">Most operations in flight from its beginning on; null when none was observed.</param>
/// <param name="MemoryGrowthBytes">Highest resident set from its beginning on, less that before it; null where the system does not tell.</param>
/// <param name="RecoverySeconds">
/// From the drop of the load until callers who arrive meet the service level again; null when they did not in the time that was left.
/// </param>
/// <param name="WatchedSeconds">How long after the drop the load went on.</param>
public sealed record Overload(
    double GoodputPerSecond,
    double? InFlightAtRest,
    double? InFlightPeak,
    double? MemoryGrowthBytes,
    double? RecoverySeconds,
    double WatchedSeconds
)
{
    // One good slice among bad ones is no recovery; a quarter of the time after the drop is.
    private const int GoodInARow = 5;

    /// <summary>Reads a valid sample whose load changed; null when it has no load over time.</summary>
    public static Overload? Of(Sample sample, ServiceLevel level)
    {
        var slices = sample.LoadOverTime;
        if (slices.Count < 3 || slices.Count % 3 != 0)
        {
            return null;
        }

        var third = slices.Count / 3;
        var (before, during, after) = (slices[..third], slices[third..(2 * third)], slices[(2 * third)..]);
        List<LoadSlice> since = [.. during, .. after];
        return new(
            during.Average(slice => slice.GoodputPerSecond),
            before.Max(slice => slice.InFlightPeak),
            since.Max(slice => slice.InFlightPeak),
            since.Max(slice => slice.PeakResident) - before.Max(slice => slice.PeakResident),
            Recovery(after, level),
            after.Sum(slice => slice.LengthSeconds)
        );
    }

    private static double? Recovery(List<LoadSlice> after, ServiceLevel level)
    {
        var good = after.ConvertAll(slice => Meets(slice, level));
        var first = Enumerable
            .Range(0, Math.Max(0, good.Count - GoodInARow + 1))
            .Select(index => (int?)index)
            .FirstOrDefault(index => good.Skip(index!.Value).Take(GoodInARow).All(isGood => isGood));
        return first is { } at ? after[at].StartSeconds - after[0].StartSeconds : null;
    }

    // A slice too small to hold a quantile is held to its longest latency: stricter, never laxer. One in which nobody
    // came, or nobody was served, shows a service level of nothing.
    private static bool Meets(LoadSlice slice, ServiceLevel level)
    {
        var latency = slice.LatencyNanoseconds;
        var sample = new Sample
        {
            Case = "",
            Workload = "",
            Model = "",
            Operations = slice.Operations,
            LatencyNanoseconds = latency with
            {
                P50 = latency.P50 ?? latency.Max,
                P90 = latency.P90 ?? latency.Max,
                P95 = latency.P95 ?? latency.Max,
                P99 = latency.P99 ?? latency.Max,
                P999 = latency.P999 ?? latency.Max,
            },
        };
        return slice.Operations.Intended > 0
            && level
                .Objectives.Where(objective =>
                    objective.Metric.Unit == Unit.Nanoseconds || objective.Metric.Equals(Metrics.ErrorRate)
                )
                .All(objective => objective.IsMetBy(sample) ?? false);
    }
}
