using Bench.Analysis;
using Bench.Analysis.Trends;
using Bench.Cli;
using Bench.Cli.Trending;
using Bench.Results.History;
using Bench.Tests.Analysis.Trends;
using Xunit;

namespace Bench.Tests.Cli.Trending;

/// <summary>Which commits are measured again for which changes, and what cannot be.</summary>
public sealed class ConfirmerTests : IDisposable
{
    private readonly CancellationTokenSource _interrupted = new();
    private readonly List<CommitSpan> _asked = [];

    public void Dispose() => _interrupted.Dispose();

    [Fact]
    public void Changes_at_one_place_are_one_run_of_the_commits_around_them()
    {
        var review = Review(Series("w/a", 30, 1.5), Series("w/b", 30, 0.7));

        Confirm(review);

        var span = Assert.Single(_asked);
        Assert.Equal(["w/a", "w/b"], span.Cases.Order());
        Assert.True(span.Earlier.StartedAt < SeriesOf.Start.AddDays(30));
        Assert.True(span.Later.StartedAt >= SeriesOf.Start.AddDays(30));
    }

    [Fact]
    public void Changes_far_apart_are_runs_of_their_own_the_largest_first()
    {
        var review = Review(Series("w/a", 20, 1.3), Series("w/b", 40, 2));

        Confirm(review);

        Assert.Equal(["w/b", "w/a"], _asked.SelectMany(span => span.Cases));
    }

    [Fact]
    public void A_drift_has_no_two_commits()
    {
        var levels = Enumerable.Range(0, 60).Select(i => 1e6 * Math.Exp(0.3 * i / 59));

        var confirmation = Assert.Single(Confirm(Review(SeriesOf.Noisy(levels, id: "w/a"))).Confirmations);

        Assert.Equal("not measured: only a step lies between two commits", TrendWords.Again(confirmation));
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData(null, "the commits around it are not known")]
    [InlineData("abc", "all runs around it are of one commit: not this repository's code")]
    [InlineData("abc+changes", "runs around it were of changes that were not committed")]
    public void Without_two_commits_nothing_is_measured(string? commit, string expected)
    {
        var series = Series("w/a", 30, 1.5);
        series = series with { Points = [.. series.Points.Select(point => point with { Commit = commit })] };

        Assert.Equal(expected, Assert.Single(Confirm(Review(series)).Confirmations).Reason);
        Assert.Empty(_asked);
    }

    [Fact]
    public void Runs_of_another_machine_are_not_measured_here()
    {
        var review = Review(Series("w/a", 30, 1.5)) with { Machine = "there" };

        Assert.StartsWith(
            "its runs are of another machine (there)",
            Assert.Single(Confirm(review).Confirmations).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_case_that_is_gone_and_a_run_of_no_preset_are_named()
    {
        var review = Review(Series("w/gone", 30, 1.5), Series("w/a", 30, 1.6));

        var confirmed = Confirm(review, preset: "made up");

        Assert.Equal(
            ["its runs are of no preset", "this suite no longer has the case"],
            confirmed.Confirmations.Select(confirmation => confirmation.Reason!)
        );
    }

    [Fact]
    public void A_commit_that_does_not_build_leaves_the_other_changes_measured()
    {
        var review = Review(Series("w/a", 20, 1.3), Series("w/b", 40, 2));

        var confirmed = Confirm(
            review,
            measure: span =>
                span.Cases.Contains("w/b") ? throw new UserException("base does not build: CS1002") : null
        );

        Assert.Equal(
            ["base does not build: CS1002", "the two commits do not both have this case"],
            confirmed.Confirmations.Select(confirmation => confirmation.Reason!)
        );
    }

    [Fact]
    public void Once_interrupted_the_rest_is_not_measured()
    {
        var review = Review(Series("w/a", 20, 1.3), Series("w/b", 40, 2));

        var confirmed = Confirm(
            review,
            measure: _ =>
            {
                _interrupted.Cancel();
                return null;
            }
        );

        Assert.Single(_asked);
        Assert.All(confirmed.Confirmations, confirmation => Assert.Equal("interrupted", confirmation.Reason));
    }

    private TrendReview Confirm(
        TrendReview review,
        Func<CommitSpan, RunAnalysis?>? measure = null,
        string preset = "smoke"
    )
    {
        var presets = review
            .Series.SelectMany(trend => trend.Points)
            .Select(point => (point.Source.Run, point.Source.StartedAt))
            .Distinct()
            .ToDictionary(run => run, _ => preset);
        var confirmer = new Confirmer(
            "here",
            new HashSet<string> { "w/a", "w/b" },
            presets,
            (span, _) =>
            {
                _asked.Add(span);
                return measure?.Invoke(span);
            }
        );
        return confirmer.Confirm(review, TimeSpan.FromMinutes(1), _interrupted.Token);
    }

    private static MetricSeries Series(string id, int at, double height) =>
        SeriesOf.Noisy(SeriesOf.Step(at, 60 - at, height), id: id);

    private static TrendReview Review(params MetricSeries[] series) =>
        new("here", "a machine", 0.05, SeriesOf.Start, "2026-01-01", SeriesFamily.Of(series, 0.05));
}
