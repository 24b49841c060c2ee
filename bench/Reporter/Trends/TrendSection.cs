using Bench.Analysis.Trends;
using Bench.Reporter.Charts;
using Bench.Reporter.Content;

namespace Bench.Reporter.Trends;

/// <summary>What the history says of one machine.</summary>
/// <param name="Machine">The machine in words.</param>
/// <param name="Power">How many series were looked at, and what would have been seen.</param>
/// <param name="LastRun">That series end in an outlier; empty when none does.</param>
/// <param name="Again">What came of measuring changes again; empty when it was not asked for.</param>
/// <param name="Changes">What changed since then, worst first; none when nothing did.</param>
/// <param name="Figures">A picture of each series that changed since then.</param>
/// <param name="More">What the pictures leave out; empty when nothing.</param>
/// <param name="Earlier">What changed before then; none when nothing did.</param>
/// <param name="Outliers">Single far runs; none when there are none.</param>
/// <param name="Quiet">Series in which nothing changed since then; none when there are none.</param>
/// <param name="NotJudged">Series of which nothing can be said; none when there are none.</param>
internal sealed record TrendSection(
    string Machine,
    string Power,
    string LastRun,
    string Again,
    IReadOnlyList<Table> Changes,
    IReadOnlyList<Drawing> Figures,
    string More,
    IReadOnlyList<Table> Earlier,
    IReadOnlyList<Table> Outliers,
    IReadOnlyList<Table> Quiet,
    IReadOnlyList<Table> NotJudged
)
{
    // A page of so many pictures still opens at once.
    private const int MostPictures = 40;

    /// <param name="review">What the history says.</param>
    /// <param name="drawn">With pictures.</param>
    public static TrendSection Of(TrendReview review, bool drawn)
    {
        var changed = review.Findings.Select(finding => finding.Trend).Distinct().ToList();
        return new(
            $"{review.MachineWords} ({review.Machine})",
            Sentence(TrendWords.Power(review)),
            Sentence(TrendWords.LastRun(review)),
            Sentence(TrendWords.Again(review)),
            Some(
                review.Findings,
                rows =>
                    TrendTables.Changes(
                        "What changed since then, worst first. “Possibly”: it stands out of its own series, but not among all of them.",
                        rows,
                        review
                    )
            ),
            drawn ? Draw(changed.Take(MostPictures), review.Names) : [],
            changed.Count <= MostPictures
                ? ""
                : $"{changed.Count - MostPictures} more series changed and have no picture here; the table has them all.",
            Some(review.Earlier, rows => TrendTables.Changes("Newest first.", rows, review)),
            Some(
                [.. review.Series.Where(trend => trend.Outliers.Count > 0)],
                rows => TrendTables.Outliers(rows, review.Names)
            ),
            Some(
                [.. review.Series.Where(trend => trend.IsJudged && !changed.Contains(trend))],
                rows => TrendTables.Quiet(rows, review.Names)
            ),
            Some(
                [.. review.Series.Where(trend => !trend.IsJudged)],
                rows => TrendTables.NotJudged(rows, review.Names)
            )
        );
    }

    public static string Sentence(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    private static IReadOnlyList<Drawing> Draw(IEnumerable<SeriesTrend> trends, CaseNames names) =>
        [
            .. trends
                .AsParallel()
                .AsOrdered()
                .Select(trend => TrendPicture.Of(trend, names))
                .Select(picture => Drawing.Of(PictureFile.Of(picture))),
        ];

    private static IReadOnlyList<Table> Some<T>(IReadOnlyList<T> rows, Func<IReadOnlyList<T>, Table> table) =>
        rows.Count == 0 ? [] : [table(rows)];
}
