using Bench.Analysis;
using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>Issue 4's figures under repeated looking, by simulation with a fixed seed, whenever the run is stopped.</summary>
public sealed class LookRatesTests
{
    private static readonly LookRates Chosen = new(LookPlans.Chosen, Repetitions: 5_000);

    [Fact]
    public void The_same_code_is_called_different_at_any_look_in_at_most_one_percent() =>
        Assert.InRange(Chosen.EverDifferent(RoundsOf.Drifting()), 0, 0.01);

    /// <summary>Where nothing is equivalent, every look is free to be wrong.</summary>
    [Fact]
    public void Noisy_arms_are_called_different_at_any_look_in_at_most_one_percent() =>
        Assert.InRange(Chosen.EverDifferent(RoundsOf.LogNormal(0.1)), 0, 0.01);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Disturbed_rounds_do_not_make_the_same_code_different_at_any_look(bool against) =>
        Assert.InRange(Chosen.EverDifferent(RoundsOf.Drifting().Disturbed(against).Scattered()), 0, 0.01);

    [Fact]
    public void Two_modes_do_not_make_the_same_code_different_at_any_look() =>
        Assert.InRange(Chosen.EverDifferent(RoundsOf.Bimodal(0.3, 1.1, 0.02)), 0, 0.01);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.02)]
    [InlineData(0.03)]
    [InlineData(0.05)]
    public void A_difference_of_just_the_margin_is_called_equivalent_at_any_look_in_at_most_five_percent(
        double deviation
    ) => Assert.InRange(Chosen.EverEquivalent(RoundsOf.LogNormal(deviation, 1.05)), 0, 0.05);

    [Fact]
    public void The_first_look_finds_a_factor_of_one_and_a_half() =>
        Assert.InRange(Chosen.Decided(RoundsOf.LogNormal(0.05, 1.5), Difference.Higher, 5), 0.95, 1);

    [Fact]
    public void Five_percent_at_a_variation_of_three_are_found_by_thirty_rounds() =>
        Assert.InRange(Chosen.Decided(RoundsOf.LogNormal(0.03, 1.05), Difference.Higher, 30), 0.95, 1);

    [Fact]
    public void Identical_arms_at_a_variation_of_two_are_equivalent_by_twenty_rounds() =>
        Assert.InRange(Chosen.Decided(RoundsOf.LogNormal(0.02), Difference.Negligible, 20), 0.95, 1);

    /// <summary>The simulated rule is the one that verdicts are made by.</summary>
    [Fact]
    public void A_verdict_is_that_of_its_last_look()
    {
        var random = new Random(6);
        var looks = Runs.UntilDecided(rounds: 5);
        foreach (var effect in new[] { 1, 1.02, 1.05, 1.2 })
        {
            var rounds = RoundsOf.LogNormal(0.03, effect)(random, 60);
            foreach (var (count, difference) in LookPlans.Chosen.Judge(rounds))
            {
                Assert.Equal(difference, PairedRounds.Judge(rounds[..count], 0.05, looks).Difference);
            }
        }
    }
}
