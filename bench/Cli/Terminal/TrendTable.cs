using Bench.Analysis.Trends;

namespace Bench.Cli.Terminal;

/// <summary>What changed, on standard output: the answer first.</summary>
internal static class TrendTable
{
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    public static void Write(IReadOnlyList<TrendReview> reviews)
    {
        Console.Out.WriteLine(TrendWords.Headline(reviews));
        foreach (var review in reviews)
        {
            if (reviews.Count > 1)
            {
                Console.Out.WriteLine();
                Console.Out.WriteLine($"{review.MachineWords} ({review.Machine})");
            }

            Write(review);
        }
    }

    private static void Write(TrendReview review)
    {
        if (review.Findings.Count > 0)
        {
            var again = review.Confirmations.Count > 0;
            DataTable.Write(
                [
                    "metric",
                    "verdict",
                    "size, 95 % interval",
                    "first run after",
                    "commits, and what changed with them",
                    .. again ? ["measured again"] : Array.Empty<string>(),
                ],
                review
                    .Findings.GroupBy(finding => finding.Trend.Series.Case)
                    .Select(group => new TableGroup(
                        review.Names.Of(group.Key),
                        [.. group.Select(finding => Row(review, finding))]
                    ))
            );
            Console.Out.WriteLine();
        }

        if (TrendWords.Again(review) is { Length: > 0 } confirmed)
        {
            Console.Out.WriteLine(confirmed);
        }

        Console.Out.WriteLine(TrendWords.Power(review));
        if (TrendWords.LastRun(review) is { Length: > 0 } last)
        {
            Console.Out.WriteLine(last);
        }
    }

    private static string[] Row(TrendReview review, TrendFinding finding) =>
        [
            finding.Trend.Series.Metric,
            TrendWords.Verdict(finding.Change),
            $"{TrendWords.Size(finding.Change)} {TrendWords.Interval(finding.Change)}",
            TrendWords.When(finding),
            string.Join(", ", finding.Alongside.Prepend(TrendWords.Commits(finding))),
            .. review.Of(finding) is { } confirmation
                ? [TrendWords.Again(confirmation)]
                : Array.Empty<string>(),
        ];
}
