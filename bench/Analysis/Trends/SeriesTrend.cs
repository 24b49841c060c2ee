using Bench.Results.History;

namespace Bench.Analysis.Trends;

/// <summary>What one series shows.</summary>
/// <param name="Series">The series.</param>
/// <param name="Metric">Its metric.</param>
/// <param name="Points">Its points, as <see cref="MetricSeries.Points"/>.</param>
/// <param name="Changes">Its changes, oldest first; empty when there are none.</param>
/// <param name="Outliers">Single points far from those around them, by index: named, no change.</param>
/// <param name="Levels">The level that the series is at in each point, in the metric's unit; empty when it was not judged.</param>
/// <param name="Noise">Standard deviation of a run's logarithm around the level; null when it was not judged.</param>
/// <param name="Dependence">Correlation of a run with the one before, as used (see <see cref="SerialDependence"/>); null when it was not judged.</param>
/// <param name="SmallestStep">The smallest step, as a factor above 1, that ten runs after it would show with a chance of 95 %; null when it was not judged.</param>
/// <param name="Reason">Why it was not judged; null when it was.</param>
public sealed record SeriesTrend(
    MetricSeries Series,
    Metric Metric,
    IReadOnlyList<TrendPoint> Points,
    IReadOnlyList<TrendChange> Changes,
    IReadOnlyList<int> Outliers,
    IReadOnlyList<double> Levels,
    double? Noise,
    double? Dependence,
    double? SmallestStep,
    string? Reason
)
{
    public bool IsJudged => Reason is null;

    /// <summary>True when the last run is an outlier, and so perhaps the beginning of a change.</summary>
    public bool EndsInOutlier => Outliers is [.., var last] && last == Points.Count - 1;

    internal static SeriesTrend NotJudged(
        MetricSeries series,
        Metric metric,
        IReadOnlyList<TrendPoint> points,
        string reason
    ) => new(series, metric, points, [], [], [], null, null, null, reason);
}
