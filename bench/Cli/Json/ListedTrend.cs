using Bench.Analysis.Trends;

namespace Bench.Cli.Json;

/// <summary>A series that was looked at, of <c>trend --json</c>.</summary>
internal sealed record ListedTrend(
    string Case,
    string Workload,
    string Metric,
    int Runs,
    double? Level,
    double? Noise,
    double? Dependence,
    double? SmallestStep,
    IReadOnlyList<string> Outliers,
    string? Reason
)
{
    public static ListedTrend Of(SeriesTrend trend) =>
        new(
            trend.Series.Case,
            trend.Series.Workload,
            trend.Series.Metric,
            trend.Points.Count,
            trend.IsJudged ? trend.Levels[^1] : null,
            trend.Noise,
            trend.Dependence,
            trend.SmallestStep,
            [.. trend.Outliers.Select(index => trend.Points[index].Source.Run)],
            trend.Reason
        );
}
