using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Reporter.Content;

namespace Bench.Reporter.Trends;

/// <summary>Everything that the templates of <c>trend</c> print.</summary>
/// <param name="Headline">What got worse, or that nothing did.</param>
/// <param name="Machines">What the history says of each machine.</param>
/// <param name="Method">How it is judged, a paragraph each.</param>
/// <param name="Facts">What was asked for.</param>
/// <param name="Command">The command that repeats this.</param>
internal sealed record TrendPage(
    string Headline,
    IReadOnlyList<TrendSection> Machines,
    IReadOnlyList<string> Method,
    IReadOnlyList<Fact> Facts,
    string Command
)
{
    /// <param name="reviews">Of one time, each of another machine; at least one.</param>
    /// <param name="command">The command that repeats this.</param>
    /// <param name="drawn">With pictures.</param>
    public static TrendPage Of(IReadOnlyList<TrendReview> reviews, string command, bool drawn) =>
        new(
            TrendSection.Sentence(TrendWords.Headline(reviews)),
            [.. reviews.Select(review => TrendSection.Of(review, drawn))],
            TrendMethod.Of(reviews[0].Margin),
            [
                new("Since", $"{reviews[0].SinceWords}: {reviews[0].Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
                new("Margin", Quantities.Format(reviews[0].Margin, Unit.Fraction)),
                .. reviews.Select(review => new Fact("Machine", $"{review.Machine}: {review.MachineWords}")),
            ],
            command
        );
}
