using Bench.Analysis;
using Bench.Analysis.Trends;

namespace Bench.Cli.Json;

/// <summary>A change of a series, of <c>trend --json</c>; its confirmation is null when it was not asked for.</summary>
internal sealed record ListedChange(
    string Case,
    string Workload,
    string Metric,
    ChangeKind Kind,
    Outcome Verdict,
    Certainty Certainty,
    double Ratio,
    double Low,
    double High,
    double LevelBefore,
    double LevelAfter,
    double PValue,
    ChangedRun Before,
    ChangedRun First,
    ChangedRun Earliest,
    ChangedRun Latest,
    IReadOnlyList<string> Alongside,
    ListedConfirmation? Confirmation
)
{
    public static ListedChange Of(TrendFinding finding, Confirmation? confirmation)
    {
        var (trend, change) = (finding.Trend, finding.Change);
        return new(
            trend.Series.Case,
            trend.Series.Workload,
            trend.Series.Metric,
            change.Kind,
            change.Outcome,
            change.Certainty,
            change.Ratio,
            change.Low,
            change.High,
            trend.Levels[change.Before],
            trend.Levels[change.At],
            change.PValue,
            ChangedRun.Of(finding.Before),
            ChangedRun.Of(finding.First),
            ChangedRun.Of(trend.Points[change.Earliest]),
            ChangedRun.Of(trend.Points[change.Latest]),
            finding.Alongside,
            confirmation is null ? null : ListedConfirmation.Of(confirmation)
        );
    }
}
