using MathNet.Numerics.Statistics;

namespace Bench.Analysis.Trends;

/// <summary>What the history of one machine says of the time since a release or a date.</summary>
/// <param name="Machine">Fingerprint of the machine.</param>
/// <param name="MachineWords">The machine in words.</param>
/// <param name="Margin">The largest change that does not matter, such as 0.05.</param>
/// <param name="Since">Changes whose first run is from then on count.</param>
/// <param name="SinceWords">What that time is, such as <c>the release v1.2</c>.</param>
/// <param name="Series">Every series that was looked at.</param>
public sealed record TrendReview(
    string Machine,
    string MachineWords,
    double Margin,
    DateTimeOffset Since,
    string SinceWords,
    IReadOnlyList<SeriesTrend> Series
)
{
    /// <summary>Short names of the cases among these series.</summary>
    public CaseNames Names { get; } = new(Series.Select(trend => trend.Series.Case));

    /// <summary>What changed since then, worst first: likely before possible, worse before better, then by the effect that is sure.</summary>
    public IReadOnlyList<TrendFinding> Findings { get; } =
    [
        .. Series
            .SelectMany(trend => trend.Changes.Select(change => new TrendFinding(trend, change)))
            .Where(finding => finding.First.Source.StartedAt >= Since)
            .OrderBy(Rank)
            .ThenByDescending(finding => finding.Change.SureEffect)
            .ThenBy(finding => finding.Trend.Series.Case, StringComparer.Ordinal),
    ];

    /// <summary>What came of measuring findings again, one each; empty when none was asked for.</summary>
    public IReadOnlyList<Confirmation> Confirmations { get; init; } = [];

    /// <summary>What changed before then, newest first.</summary>
    public IReadOnlyList<TrendFinding> Earlier { get; } =
    [
        .. Series
            .SelectMany(trend => trend.Changes.Select(change => new TrendFinding(trend, change)))
            .Where(finding => finding.First.Source.StartedAt < Since)
            .OrderByDescending(finding => finding.First.Source.StartedAt)
            .ThenBy(finding => finding.Trend.Series.Case, StringComparer.Ordinal),
    ];

    /// <summary>What got worse since then and stands out among all series.</summary>
    public IReadOnlyList<TrendFinding> Worse => [.. Findings.Where(IsLikelyWorse)];

    /// <summary>The same without those that were measured again and are not the code's doing.</summary>
    public IReadOnlyList<TrendFinding> WorseStill =>
        [.. Worse.Where(finding => Of(finding)?.Outcome != ConfirmationOutcome.NotReproduced)];

    /// <summary>What came of measuring a finding again; null when it was not asked for.</summary>
    /// <param name="finding">One of <see cref="Findings"/>.</param>
    public Confirmation? Of(TrendFinding finding) =>
        Confirmations.FirstOrDefault(confirmation => ReferenceEquals(confirmation.Finding, finding));

    /// <summary>Series that can show a change since then: judged, with at least three runs.</summary>
    public IReadOnlyList<SeriesTrend> Telling =>
        [
            .. Series.Where(trend =>
                trend.IsJudged
                && trend.Points.Count(point => point.Source.StartedAt >= Since) >= Outliers.Level
            ),
        ];

    /// <summary>False when more than half of the series cannot show a change since then.</summary>
    public bool CanSay => Series.Count > 0 && 2 * Telling.Count >= Series.Count;

    /// <summary>
    /// The smallest step, as a factor above 1, that ten runs after it would have shown with a chance of 95 %: in the median of the
    /// series and in the noisiest; null without any that can show one.
    /// </summary>
    public (double Median, double Most)? SmallestStep
    {
        get
        {
            double[] steps = [.. Telling.Select(trend => trend.SmallestStep!.Value)];
            return steps.Length == 0 ? null : (steps.Median(), steps.Max());
        }
    }

    private static bool IsLikelyWorse(TrendFinding finding) =>
        finding.Change is { Outcome: Outcome.Worse, Certainty: Certainty.Likely };

    private static int Rank(TrendFinding finding) =>
        finding.Change switch
        {
            { Outcome: Outcome.Worse, Certainty: Certainty.Likely } => 0,
            { Outcome: Outcome.Worse } => 1,
            { Outcome: Outcome.Better, Certainty: Certainty.Likely } => 2,
            { Outcome: Outcome.Better } => 3,
            _ => 4,
        };
}
