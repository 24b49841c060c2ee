using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Issue 4's figures for the chosen method, by simulation with a fixed seed.</summary>
public sealed class VerdictRatesTests
{
    private static readonly Rates Chosen = new(Candidates.Chosen);

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void The_same_code_is_called_different_in_at_most_one_percent(int rounds) =>
        Assert.InRange(Chosen.Different(RoundsOf.Drifting(), rounds), 0, 0.01);

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public void Disturbed_rounds_do_not_make_the_same_code_different(int rounds)
    {
        Assert.InRange(Chosen.Different(RoundsOf.Drifting().Disturbed(against: true), rounds), 0, 0.01);
        Assert.InRange(Chosen.Different(RoundsOf.Drifting().Disturbed(against: false), rounds), 0, 0.01);
    }

    [Fact]
    public void Five_rounds_find_a_factor_of_one_and_a_half() =>
        Assert.InRange(Chosen.Found(RoundsOf.LogNormal(0.05, 1.5), 5), 0.95, 1);

    [Fact]
    public void Twenty_rounds_find_five_percent_at_a_variation_of_three() =>
        Assert.InRange(Chosen.Found(RoundsOf.LogNormal(0.03, 1.05), 20), 0.95, 1);

    [Fact]
    public void Ten_rounds_find_five_percent_at_a_variation_of_two() =>
        Assert.InRange(Chosen.Found(RoundsOf.LogNormal(0.02, 1.05), 10), 0.90, 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_disturbed_round_in_ten_costs_at_most_ten_points_of_power(bool against)
    {
        var rounds = RoundsOf.LogNormal(0.03, 1.05);
        var lost = Chosen.Found(rounds, 20) - Chosen.Found(rounds.Disturbed(against), 20);
        Assert.InRange(lost, -1, 0.10);
    }

    [Theory]
    [InlineData(5, 0.01)]
    [InlineData(10, 0.02)]
    [InlineData(20, 0.03)]
    public void A_difference_of_just_the_margin_is_called_equivalent_in_at_most_five_percent(
        int rounds,
        double deviation
    ) => Assert.InRange(Chosen.Equivalent(RoundsOf.LogNormal(deviation, 1.05), rounds), 0, 0.05);

    [Fact]
    public void Identical_arms_are_called_equivalent() =>
        Assert.InRange(Chosen.Equivalent(RoundsOf.LogNormal(0.02), 20), 0.95, 1);

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void Intervals_of_ratios_cover_as_often_as_they_say(int rounds)
    {
        Assert.InRange(Chosen.Covers(RoundsOf.Normal(0.05), rounds), 0.93, 0.97);
        Assert.InRange(Chosen.Covers(RoundsOf.LogNormal(0.3), rounds), 0.93, 0.97);
        Assert.InRange(Chosen.Covers(RoundsOf.P99(), rounds), 0.93, 0.97);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public void Intervals_of_ratios_cover_when_launches_have_two_modes(int rounds) =>
        Assert.InRange(Chosen.Covers(RoundsOf.Bimodal(0.3, 1.1, 0.02), rounds), 0.93, 0.97);

    /// <summary>Half of the launches 35 times their deviation slower: the furthest that Student's t is from its word.</summary>
    [Fact]
    public void Far_modes_raise_false_verdicts_a_little_above_one_percent() =>
        Assert.InRange(Chosen.Different(RoundsOf.Bimodal(0.5, 1.35, 0.01), 12), 0, 0.015);
}
