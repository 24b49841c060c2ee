using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Results.History;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

public sealed class TrendWordsTests
{
    private static readonly TrendChange s_step = new(
        ChangeKind.Step,
        29,
        30,
        29,
        31,
        1.213,
        1.18,
        1.249,
        Outcome.Worse,
        1e-9,
        Certainty.Likely
    );

    [Fact]
    public void A_likely_change_is_named_plainly_and_a_possible_one_with_care()
    {
        Assert.Equal("worse: step up", TrendWords.Verdict(s_step));
        Assert.Equal(
            "possibly better: slow drift down",
            TrendWords.Verdict(
                s_step with
                {
                    Kind = ChangeKind.Drift,
                    Ratio = 0.9,
                    Outcome = Outcome.Better,
                    Certainty = Certainty.Possible,
                }
            )
        );
        Assert.Equal(
            "scatter wider",
            TrendWords.Verdict(s_step with { Kind = ChangeKind.Spread, Outcome = Outcome.Inconclusive })
        );
    }

    [Theory]
    [InlineData(1.213, 1.18, 1.249, "+21.3 % [+18.0 % – +24.9 %]")]
    [InlineData(0.9, 0.85, 0.95, "−10.0 % [−15.0 % – −5.0 %]")]
    [InlineData(2.5, 2.25, 3, "×2.50 [×2.25 – ×3.00]")]
    [InlineData(0.25, 0.2, 0.3, "×0.250 [×0.200 – ×0.300]")]
    public void Small_changes_are_percent_and_large_ones_factors(
        double ratio,
        double low,
        double high,
        string expected
    ) => Assert.Equal(expected, Sized(s_step with { Ratio = ratio, Low = low, High = high }));

    [Fact]
    public void The_range_is_from_the_last_commit_before_to_the_first_after() =>
        Assert.Equal("1daaaaaaaa..1eaaaaaaaa", TrendWords.Commits(Found()));

    [Theory]
    [InlineData("abc", "abc before and after: not this repository's code")]
    [InlineData("abc+changes", "abc+changes before and after, with changes that were not committed")]
    [InlineData(null, "no commit known")]
    public void One_commit_before_and_after_is_said(string? commit, string expected) =>
        Assert.Equal(expected, TrendWords.Commits(Found(point => point with { Commit = commit })));

    [Fact]
    public void The_day_carries_how_far_it_is_known() =>
        Assert.Equal("2026-01-31 (between 2026-01-30 and 2026-02-01)", TrendWords.When(Found()));

    [Fact]
    public void Nothing_changed_is_said_with_what_would_have_been_seen()
    {
        var review = Review(SeriesOf.Noisy(SeriesOf.Step(40, 0, 1)));

        Assert.Equal("nothing changed since 2026-01-01", TrendWords.Headline([review]));
        Assert.Matches(
            @"^1 series looked at; ten runs after it, a step of \+\d+\.\d % would have been seen",
            TrendWords.Power(review)
        );
    }

    [Fact]
    public void What_got_worse_comes_first()
    {
        var review = Review(
            SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.3)),
            SeriesOf.Noisy(SeriesOf.Step(40, 0, 1), id: "w/other")
        );

        Assert.Equal("1 of 2 series got worse since 2026-01-01", TrendWords.Headline([review]));
    }

    [Fact]
    public void Too_little_history_is_said()
    {
        var review = Review(SeriesOf.Noisy(SeriesOf.Step(5, 0, 1)));

        Assert.Equal(
            "too little history to say what changed since 2026-01-01: 0 of 1 series have 10 runs, 3 of them since then",
            TrendWords.Headline([review])
        );
    }

    private static TrendReview Review(params MetricSeries[] series) =>
        new("here", "a machine", 0.05, SeriesOf.Start, "2026-01-01", SeriesFamily.Of(series, 0.05));

    private static string Sized(TrendChange change) =>
        $"{TrendWords.Size(change)} {TrendWords.Interval(change)}";

    private static TrendFinding Found(Func<SeriesPoint, SeriesPoint>? change = null)
    {
        var series = SeriesOf.Values(SeriesOf.Step(30, 10, 1.2));
        series = series with { Points = [.. series.Points.Select(change ?? (point => point))] };
        return new(SeriesFamily.Of([series], 0.05)[0], s_step);
    }
}
