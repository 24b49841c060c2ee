using Bench.Results.History;

namespace Bench.Analysis.Trends;

/// <summary>One run of a series: where it stands, and the centre of its rounds.</summary>
/// <param name="Source">The run's figures.</param>
/// <param name="Centre">Centre of the rounds with its 95 % interval, in the metric's unit; one round has no interval.</param>
public sealed record TrendPoint(SeriesPoint Source, Estimate Centre)
{
    internal static TrendPoint Of(SeriesPoint point) =>
        new(point, LaunchEstimate.Of([.. point.Values.Values]));
}
