using Bench.Analysis.Trends;

namespace Bench.Cli.Json;

/// <summary>The document of <c>trend --json</c>, and <c>trend.json</c>.</summary>
internal sealed record TrendList(
    int SchemaVersion,
    double Margin,
    DateTimeOffset Since,
    string SinceWords,
    string Headline,
    IReadOnlyList<MachineTrend> Machines
)
{
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    public static TrendList Of(IReadOnlyList<TrendReview> reviews) =>
        new(
            1,
            reviews[0].Margin,
            reviews[0].Since,
            reviews[0].SinceWords,
            TrendWords.Headline(reviews),
            [.. reviews.Select(MachineTrend.Of)]
        );
}
