using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Results.History;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

public sealed class SeriesAnalysisTests
{
    private const double Margin = 0.05;

    [Theory]
    [InlineData("p99", 1.2, Outcome.Worse)]
    [InlineData("p99", 0.8, Outcome.Better)]
    [InlineData("throughput", 0.8, Outcome.Worse)]
    [InlineData("throughput", 1.2, Outcome.Better)]
    public void A_step_is_judged_by_the_direction_of_its_metric(
        string metric,
        double height,
        Outcome expected
    )
    {
        var change = Assert.Single(
            Look(SeriesOf.Noisy(SeriesOf.Step(30, 10, height), metric: metric)).Changes
        );

        Assert.Equal(ChangeKind.Step, change.Kind);
        Assert.Equal(expected, change.Outcome);
    }

    [Fact]
    public void A_step_has_a_place_and_a_size_with_their_intervals()
    {
        var change = Assert.Single(Look(SeriesOf.Noisy(SeriesOf.Step(30, 10, 1.2))).Changes);

        Assert.Equal(30, change.At);
        Assert.Equal(29, change.Before);
        Assert.InRange(change.At, change.Earliest, change.Latest);
        Assert.InRange(1.2, change.Low, change.High);
        Assert.InRange(change.Ratio, 1.15, 1.25);
    }

    [Fact]
    public void A_flat_series_shows_nothing()
    {
        var trend = Look(SeriesOf.Noisy(SeriesOf.Step(40, 0, 1)));

        Assert.Empty(trend.Changes);
        Assert.InRange(trend.Noise!.Value, 0.02, 0.04);
        Assert.InRange(trend.SmallestStep!.Value, 1.05, 1.15);
    }

    [Fact]
    public void A_series_that_never_moves_shows_nothing()
    {
        var trend = Look(SeriesOf.Values(SeriesOf.Step(40, 0, 1)));

        Assert.Empty(trend.Changes);
        Assert.Equal(1 + Margin, trend.SmallestStep!.Value, 6);
    }

    [Fact]
    public void A_step_without_any_noise_is_found_where_it_is()
    {
        var change = Assert.Single(Look(SeriesOf.Values(SeriesOf.Step(12, 5, 1.5))).Changes);

        Assert.Equal((12, 12, 12), (change.At, change.Earliest, change.Latest));
        Assert.Equal(1.5, change.Ratio, 6);
    }

    [Fact]
    public void Two_steps_are_two_changes()
    {
        var levels = SeriesOf.Step(20, 20, 1.3).Concat(SeriesOf.Step(20, 0, 1));

        var changes = Look(SeriesOf.Noisy(levels)).Changes;

        Assert.Equal([20, 40], changes.Select(change => change.At));
        Assert.Equal([Outcome.Worse, Outcome.Better], changes.Select(change => change.Outcome));
    }

    [Fact]
    public void A_step_below_the_margin_does_not_matter() =>
        Assert.Empty(Look(SeriesOf.Values(SeriesOf.Step(30, 10, 1.04))).Changes);

    [Fact]
    public void A_slow_drift_is_named_as_that()
    {
        var levels = Enumerable.Range(0, 60).Select(i => 1e6 * Math.Exp(0.3 * i / 59));

        var change = Assert.Single(Look(SeriesOf.Noisy(levels)).Changes);

        Assert.Equal(ChangeKind.Drift, change.Kind);
        Assert.Equal(Outcome.Worse, change.Outcome);
        Assert.InRange(Math.Exp(0.3), change.Low, change.High);
    }

    [Fact]
    public void Wider_scatter_is_named_as_that_and_is_no_step()
    {
        var noise = Noise.Gauss(0.2).Draw(new Random(3), 80);
        var series = SeriesOf.Values(
            noise.Select((value, i) => 1e6 * Math.Exp((i < 40 ? 0.03 : 0.12) * value))
        );

        var change = Assert.Single(Look(series).Changes);

        Assert.Equal(ChangeKind.Spread, change.Kind);
        Assert.Equal(Outcome.Inconclusive, change.Outcome);
        // Four times as wide, less what is set aside as far off.
        Assert.InRange(change.Ratio, 2, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(38)]
    [InlineData(39)]
    public void A_single_far_run_is_an_outlier_and_no_change(int place)
    {
        var levels = SeriesOf.Step(40, 0, 1).Select((level, i) => i == place ? 2 * level : level);

        var trend = Look(SeriesOf.Noisy(levels));

        Assert.Empty(trend.Changes);
        Assert.Equal([place], trend.Outliers);
        Assert.Equal(place == 39, trend.EndsInOutlier);
    }

    [Fact]
    public void Two_far_runs_at_the_end_are_not_yet_a_change_and_three_are()
    {
        Assert.Empty(Look(SeriesOf.Noisy(SeriesOf.Step(40, 2, 2))).Changes);
        Assert.Single(Look(SeriesOf.Noisy(SeriesOf.Step(40, 3, 2))).Changes);
    }

    [Fact]
    public void The_place_is_right_when_runs_before_it_are_set_aside()
    {
        var levels = SeriesOf.Step(30, 10, 1.3).Select((level, i) => i is 5 or 17 ? 3 * level : level);

        var trend = Look(SeriesOf.Noisy(levels));

        Assert.Equal(30, Assert.Single(trend.Changes).At);
        Assert.Equal([5, 17], trend.Outliers);
    }

    [Fact]
    public void A_run_of_one_round_has_no_interval_and_one_of_several_has()
    {
        var series = SeriesOf.Values(SeriesOf.Step(12, 0, 1));
        series = series with { Points = [.. series.Points, SeriesOf.Run(12, 1e6, 1.1e6, 0.9e6)] };

        var trend = Look(series);

        Assert.False(trend.Points[0].Centre.HasInterval);
        Assert.True(trend.Points[12].Centre.HasInterval);
        Assert.Empty(trend.Changes);
    }

    [Fact]
    public void Nine_runs_are_too_few()
    {
        var trend = Look(SeriesOf.Values(SeriesOf.Step(5, 4, 2)));

        Assert.False(trend.IsJudged);
        Assert.Equal("too short: needs 10 runs, has 9", trend.Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_has_no_ratio_is_not_judged(double value)
    {
        var trend = Look(SeriesOf.Values(SeriesOf.Step(20, 0, 1).Append(value)));

        Assert.Equal("a run's value is zero, negative or no number, and trends are ratios", trend.Reason);
    }

    private static SeriesTrend Look(MetricSeries series) => SeriesAnalysis.Of(series, Margin, family: 1);
}
