using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Results.History;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

public sealed class TrendReviewTests
{
    [Fact]
    public void Likely_comes_before_possible_worse_before_better_and_the_largest_first()
    {
        var review = Of(
            SeriesOf.Noisy(SeriesOf.Step(30, 10, 0.5), id: "w/better"),
            SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.2), id: "w/worse"),
            SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.6), id: "w/worst")
        );

        Assert.Equal(
            ["w/worst", "w/worse", "w/better"],
            review.Findings.Select(finding => finding.Trend.Series.Case)
        );
        Assert.Equal(2, review.Worse.Count);
    }

    [Fact]
    public void What_changed_before_the_time_is_told_apart()
    {
        var series = SeriesOf.Noisy(SeriesOf.Step(20, 20, 1.3).Concat(SeriesOf.Step(20, 0, 1)));

        var review = Of(SeriesOf.Start.AddDays(30), series);

        Assert.Equal(Outcome.Better, Assert.Single(review.Findings).Change.Outcome);
        Assert.Equal(Outcome.Worse, Assert.Single(review.Earlier).Change.Outcome);
        Assert.Empty(review.Worse);
    }

    [Fact]
    public void A_drift_that_still_goes_on_is_of_now()
    {
        var levels = Enumerable.Range(0, 60).Select(i => 1e6 * Math.Exp(0.3 * i / 59));

        var review = Of(SeriesOf.Start.AddDays(50), SeriesOf.Noisy(levels));

        Assert.Equal(ChangeKind.Drift, Assert.Single(review.Worse).Change.Kind);
    }

    [Fact]
    public void Short_series_can_say_nothing()
    {
        var review = Of(SeriesOf.Noisy(SeriesOf.Step(5, 4, 2)));

        Assert.False(review.CanSay);
        Assert.Null(review.SmallestStep);
    }

    [Fact]
    public void Two_runs_since_then_can_say_nothing()
    {
        var series = SeriesOf.Noisy(SeriesOf.Step(40, 0, 1));

        Assert.False(Of(SeriesOf.Start.AddDays(38), series).CanSay);
        Assert.True(Of(SeriesOf.Start.AddDays(37), series).CanSay);
    }

    [Fact]
    public void Runtime_and_packages_that_changed_at_the_same_place_are_named()
    {
        var series = SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.4));
        series = series with
        {
            Points =
            [
                .. series.Points.Select(
                    (point, i) =>
                        point with
                        {
                            Runtime = i < 30 ? "10.0.1" : "10.0.2",
                            Packages = new Dictionary<string, string>
                            {
                                ["Akka"] = i < 30 ? "1.5.73" : "1.5.74",
                            },
                        }
                ),
            ],
        };

        Assert.Equal(
            "runtime 10.0.1 → 10.0.2, Akka 1.5.73 → 1.5.74",
            TrendWords.Alongside(Assert.Single(Of(series).Findings))
        );
    }

    private static TrendReview Of(params MetricSeries[] series) => Of(SeriesOf.Start, series);

    private static TrendReview Of(DateTimeOffset since, params MetricSeries[] series) =>
        new("here", "a machine", 0.05, since, "2026-01-01", SeriesFamily.Of(series, 0.05));
}
