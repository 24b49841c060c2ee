using Bench.Results.History;

namespace Bench.Analysis.Trends;

/// <summary>Looks at all series of a dashboard together.</summary>
public static class SeriesFamily
{
    /// <summary>
    /// Every series by itself, then all their changes as one family (Benjamini and Hochberg at 1 %): those that stand out among all are
    /// likely, the others possible. Where nothing happens, any likely change is a false one with a chance of 1 %, however many series there are.
    /// </summary>
    /// <param name="series">The series of one machine.</param>
    /// <param name="margin">The largest change that does not matter, such as 0.05.</param>
    /// <returns>In the order of the series.</returns>
    public static IReadOnlyList<SeriesTrend> Of(IReadOnlyList<MetricSeries> series, double margin)
    {
        var trends = series
            .AsParallel()
            .AsOrdered()
            .Select(one => SeriesAnalysis.Of(one, margin, series.Count))
            .ToList();
        var changes = trends.SelectMany(trend => trend.Changes).ToList();
        // Series without a change have a p-value, too; it is not below the level, and so none will do.
        var quiet = trends.Count(trend => trend is { IsJudged: true, Changes.Count: 0 });
        var adjusted = PValues.BenjaminiHochberg([
            .. changes.Select(change => change.PValue),
            .. Enumerable.Repeat(1d, quiet),
        ]);
        var likely = changes
            .Where((_, i) => adjusted[i] <= SeriesModel.Level)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. trends.Select(trend =>
                trend with
                {
                    Changes =
                    [
                        .. trend.Changes.Select(change =>
                            likely.Contains(change) ? change with { Certainty = Certainty.Likely } : change
                        ),
                    ],
                }
            ),
        ];
    }
}
