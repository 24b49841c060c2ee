using System.Globalization;
using Bench.Analysis.Decisions;
using Xunit;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>The threshold at which the answer changes is just that.</summary>
public sealed class ThresholdSensitivityTests
{
    private static readonly MadeUpOption s_slow = new("threads") { Milliseconds = 120 };
    private static readonly MadeUpOption s_quick = new("tasks") { Microseconds = 200 };
    private static readonly MadeUpOption s_quickest = new("actors") { Microseconds = 400, Milliseconds = 20 };

    [Fact]
    public void A_laxer_threshold_lets_a_cheaper_option_in_just_where_its_interval_ends()
    {
        var p99 = P99("100");

        Assert.Equal("threads", p99.LooserOption);
        Assert.Equal("threads", Chosen(p99.LooserAt!.Value * 1.0001));
        Assert.Equal("tasks", Chosen(p99.LooserAt.Value * 0.9));
    }

    [Fact]
    public void A_stricter_threshold_hands_over_to_the_next_just_where_the_chosen_ones_interval_ends()
    {
        var p99 = P99("100");

        Assert.Equal("actors", p99.Then);
        Assert.Equal("tasks", Chosen(p99.Shown!.Value * 1.0001));
        Assert.Equal(DecisionOutcome.Inconclusive, Decide(p99.Shown.Value * 0.9999).Outcome);
        Assert.Equal("actors", Chosen(p99.Missed!.Value * 0.9999));
    }

    [Fact]
    public void When_nobody_keeps_the_level_it_says_from_which_threshold_somebody_would()
    {
        var p99 = P99("10");

        Assert.Null(p99.Shown);
        Assert.Equal("actors", p99.LooserOption);
        Assert.Equal("actors", Chosen(p99.LooserAt!.Value * 1.0001));
    }

    private static ThresholdSensitivity P99(string milliseconds) =>
        Decide(double.Parse(milliseconds, CultureInfo.InvariantCulture) * 1e6)
            .Thresholds.Single(threshold => threshold.Objective.Metric.Id == "p99");

    private static string? Chosen(double nanoseconds) => Decide(nanoseconds).Chosen?.Name;

    private static Decision Decide(double nanoseconds) =>
        MadeUpDecision.With(
            string.Create(CultureInfo.InvariantCulture, $"p99<{nanoseconds:0.###}ns,errors<0.1%"),
            null,
            s_slow,
            s_quick,
            s_quickest
        );
}
