namespace Bench.Analysis.Capacity;

/// <summary>What became of a lane's overloads, over launches.</summary>
/// <param name="Goodput">Operations completed in time per second of overload.</param>
/// <param name="InFlightAtRest">Most operations in flight before it; null when none was observed.</param>
/// <param name="InFlightPeak">Most operations in flight from its beginning on; null when none was observed.</param>
/// <param name="MemoryGrowth">Growth of the resident set, bytes; null where the system does not tell.</param>
/// <param name="Recovery">Seconds from the drop of the load to the service level; null when no launch recovered.</param>
/// <param name="Recovered">Launches that recovered while they were watched.</param>
/// <param name="Launches">Launches.</param>
/// <param name="WatchedSeconds">How long after the drop the load went on.</param>
public sealed record OverloadEstimate(
    Estimate Goodput,
    Estimate? InFlightAtRest,
    Estimate? InFlightPeak,
    Estimate? MemoryGrowth,
    Estimate? Recovery,
    int Recovered,
    int Launches,
    double WatchedSeconds
)
{
    /// <summary>Null without launches.</summary>
    public static OverloadEstimate? Of(IReadOnlyList<Overload> launches) =>
        launches.Count == 0
            ? null
            : new(
                LaunchEstimate.Of([.. launches.Select(launch => launch.GoodputPerSecond)]),
                Over(launches.Select(launch => launch.InFlightAtRest)),
                Over(launches.Select(launch => launch.InFlightPeak)),
                Over(launches.Select(launch => launch.MemoryGrowthBytes)),
                Over(launches.Select(launch => launch.RecoverySeconds)),
                launches.Count(launch => launch.RecoverySeconds is not null),
                launches.Count,
                launches.Min(launch => launch.WatchedSeconds)
            );

    private static Estimate? Over(IEnumerable<double?> values)
    {
        List<double> known = [.. values.OfType<double>()];
        return known.Count == 0 ? null : LaunchEstimate.Of(known);
    }
}
