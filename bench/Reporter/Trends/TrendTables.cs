using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Reporter.Content;

namespace Bench.Reporter.Trends;

/// <summary>What changed, and the rest, as tables.</summary>
internal static class TrendTables
{
    /// <param name="caption">What is above the table.</param>
    /// <param name="findings">A row each.</param>
    /// <param name="review">What they are of; where it measured them again, that is a column.</param>
    public static Table Changes(string caption, IReadOnlyList<TrendFinding> findings, TrendReview review) =>
        Table.Plain(
            caption,
            [
                new("case", false),
                new("metric", false),
                new("verdict", false),
                new("size [95 % interval]", true),
                new("level, before → after", true),
                new("first run after", false),
                new("commits, last before..first after, and what changed with them", false),
                .. findings.Any(finding => review.Of(finding) is not null)
                    ? [new("measured again", false)]
                    : Array.Empty<Column>(),
            ],
            [.. findings.Select(finding => Row(finding, review))]
        );

    public static Table Quiet(IReadOnlyList<SeriesTrend> series, CaseNames names) =>
        Table.Plain(
            "Level at the last run; how far runs scatter around it; the smallest step that ten runs after it would have shown with a chance of 95 % among all series.",
            [
                new("case", false),
                new("metric", false),
                new("runs", true),
                new("level", true),
                new("scatter", true),
                new("would have seen", true),
            ],
            [
                .. series.Select(trend => new TableRow(
                    names.Of(trend.Series.Case),
                    [
                        Cell.Word(trend.Series.Metric),
                        Cell.Figure(Quantities.Format(trend.Points.Count, Unit.Count)),
                        Cell.Figure(trend.Metric.Format(trend.Levels[^1])),
                        Cell.Figure($"±{Quantities.Format(trend.Noise!.Value, Unit.Fraction)}"),
                        Cell.Figure(TrendWords.Percent(trend.SmallestStep!.Value)),
                    ]
                )),
            ]
        );

    public static Table NotJudged(IReadOnlyList<SeriesTrend> series, CaseNames names) =>
        Table.Plain(
            "Series of which nothing can be said.",
            [new("case", false), new("metric", false), new("why", false)],
            [
                .. series.Select(trend => new TableRow(
                    names.Of(trend.Series.Case),
                    [Cell.Word(trend.Series.Metric), new(trend.Reason!, "", "note")]
                )),
            ]
        );

    public static Table Outliers(IReadOnlyList<SeriesTrend> series, CaseNames names) =>
        Table.Plain(
            "Single runs far from those around them. They count for nothing.",
            [new("case", false), new("metric", false), new("runs", false)],
            [
                .. series.Select(trend => new TableRow(
                    names.Of(trend.Series.Case),
                    [
                        Cell.Word(trend.Series.Metric),
                        new(
                            string.Join(
                                "; ",
                                trend.Outliers.Select(index => TrendWords.Outlier(trend, index))
                            ),
                            "",
                            "note"
                        ),
                    ]
                )),
            ]
        );

    private static Cell Again(Confirmation confirmation) =>
        new(
            TrendWords.Again(confirmation),
            "",
            confirmation.Outcome switch
            {
                ConfirmationOutcome.Confirmed => "holds",
                ConfirmationOutcome.NotReproduced => "refuted",
                _ => "undecided",
            }
        );

    private static TableRow Row(TrendFinding finding, TrendReview review)
    {
        var (trend, change) = (finding.Trend, finding.Change);
        return new(
            review.Names.Of(trend.Series.Case),
            [
                Cell.Word(trend.Series.Metric),
                new(TrendWords.Verdict(change), "", Kind(change)),
                Cell.Figure(TrendWords.Size(change), TrendWords.Interval(change)),
                Cell.Figure(
                    change.Kind == ChangeKind.Spread
                        ? "–"
                        : $"{trend.Metric.Format(trend.Levels[change.Before])} → {trend.Metric.Format(trend.Levels[change.At])}"
                ),
                Cell.Word(TrendWords.When(finding)),
                new(TrendWords.Commits(finding), TrendWords.Alongside(finding), "note"),
                .. review.Of(finding) is { } confirmation ? [Again(confirmation)] : Array.Empty<Cell>(),
            ]
        );
    }

    private static string Kind(TrendChange change) =>
        change switch
        {
            { Certainty: Certainty.Possible } => "undecided",
            { Outcome: Outcome.Worse } => "refuted",
            { Outcome: Outcome.Better } => "holds",
            _ => "undecided",
        };
}
