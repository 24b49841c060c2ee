using Bench.Analysis.Trends;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

public sealed class SeriesFamilyTests
{
    private const double Margin = 0.05;

    [Fact]
    public void Of_many_flat_series_none_is_likely_to_have_changed()
    {
        var series = Enumerable
            .Range(0, 250)
            .Select(i => SeriesOf.Noisy(SeriesOf.Step(60, 0, 1), seed: i, id: $"w/m{i}"))
            .ToList();

        Assert.DoesNotContain(
            SeriesFamily.Of(series, Margin).SelectMany(trend => trend.Changes),
            change => change.Certainty == Certainty.Likely
        );
    }

    [Fact]
    public void A_clear_step_stands_out_of_many_series_and_only_it()
    {
        var series = Enumerable
            .Range(0, 250)
            .Select(i => SeriesOf.Noisy(SeriesOf.Step(50, 10, i == 100 ? 1.25 : 1), seed: i, id: $"w/m{i}"))
            .ToList();

        var likely = SeriesFamily
            .Of(series, Margin)
            .Where(trend => trend.Changes.Any(change => change.Certainty == Certainty.Likely));

        Assert.Equal("w/m100", Assert.Single(likely).Series.Case);
    }

    [Fact]
    public void A_weak_step_is_likely_alone_and_only_possible_among_many()
    {
        var weak = SeriesOf.Noisy(SeriesOf.Step(40, 10, 1.08), seed: 5);
        var flat = Enumerable
            .Range(0, 500)
            .Select(i => SeriesOf.Values(SeriesOf.Step(50, 0, 1), id: $"w/m{i}"));

        Assert.Equal(Certainty.Likely, OfFirst([weak]));
        Assert.Equal(Certainty.Possible, OfFirst([weak, .. flat]));
    }

    [Fact]
    public void The_more_series_the_larger_the_smallest_step_that_stands_out()
    {
        var one = SeriesOf.Noisy(SeriesOf.Step(50, 0, 1));

        var alone = SeriesFamily.Of([one], Margin)[0].SmallestStep;
        var among = SeriesFamily.Of([.. Enumerable.Repeat(one, 250)], Margin)[0].SmallestStep;

        Assert.True(among > alone);
    }

    private static Certainty OfFirst(IReadOnlyList<Bench.Results.History.MetricSeries> series) =>
        Assert.Single(SeriesFamily.Of(series, Margin)[0].Changes).Certainty;
}
