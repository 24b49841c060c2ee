using System.Globalization;
using Bench.Analysis;
using Bench.Tests.Analysis.Simulation;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>What is stated as the smallest difference shown is held against simulated comparisons.</summary>
public sealed class ResolutionTests
{
    private const double Deviation = 0.02;
    private const int Repetitions = 10_000;

    // The log ratio of two log-normal launches has √2 times the deviation of one.
    private static readonly double s_spread = Deviation * Math.Sqrt(2);

    [Theory]
    [InlineData(5, 0.80)]
    [InlineData(5, 0.95)]
    [InlineData(10, 0.80)]
    [InlineData(20, 0.80)]
    [InlineData(20, 0.95)]
    [InlineData(30, 0.80)]
    public void The_smallest_effect_is_shown_as_often_as_stated(int rounds, double chance)
    {
        var effect = Math.Exp(SmallestEffect.Of(rounds, chance) * s_spread);

        Assert.Equal(chance, Shown(effect, rounds), 0.015);
        Assert.Equal(chance, SmallestEffect.Chance(Math.Log(effect) / s_spread, rounds), 1e-6);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void No_effect_is_shown_in_one_of_a_hundred(int rounds)
    {
        Assert.Equal(0.01, SmallestEffect.Chance(0, rounds), 0.001);
        Assert.Equal(0.01, Shown(1, rounds), 0.004);
    }

    /// <summary>From the noncentral t tables: at 20 rounds, two-sided 1 %, power 80 %, the effect is 0.83 standard deviations.</summary>
    [Fact]
    public void The_effect_agrees_with_a_table() => Assert.Equal(0.83, SmallestEffect.Of(20, 0.80), 0.01);

    [Fact]
    [Trait(FigureLine.Prints, FigureLine.Figures)]
    public void The_interval_of_the_resolution_covers_the_true_one()
    {
        var random = new Random(8);
        var rounds = RoundsOf.LogNormal(Deviation);
        var truth = Math.Exp(SmallestEffect.Of(20, 0.80) * s_spread);

        var covered = Enumerable
            .Range(0, 2_000)
            .Count(_ =>
                Resolution.Of(rounds(random, 20))!.At(20, 0.80) is var stated
                && stated.Low <= truth
                && truth <= stated.High
            );

        FigureLine.Write(
            "interval of a stated resolution covers, 20 rounds",
            "93 to 97 %",
            (covered / 2_000.0).ToString("0.0 %", CultureInfo.InvariantCulture)
        );
        Assert.InRange(covered / 2_000.0, 0.93, 0.97);
    }

    [Fact]
    public void A_disturbed_round_is_set_aside_and_hardly_widens_it()
    {
        var quiet = RoundsOf.LogNormal(Deviation)(new Random(8), 20);
        double[] disturbed = [.. quiet[..19], Math.Log(3)];

        var (without, with) = (Resolution.Of(quiet)!, Resolution.Of(disturbed)!);

        Assert.Equal((0, 1), (without.SetAside, with.SetAside));
        Assert.InRange(with.Spread / without.Spread, 0.8, 1.3);
    }

    [Fact]
    public void Too_few_rounds_and_zeros_state_nothing()
    {
        Assert.Null(Resolution.Of([0.1, 0.2, 0.1, 0]));
        Assert.Null(Resolution.Of([0.1, 0.2, 0.1, 0, double.PositiveInfinity]));
    }

    [Fact]
    public void Rounds_that_are_all_alike_resolve_everything()
    {
        var resolution = Resolution.Of([0, 0, 0, 0, 0])!;

        Assert.Equal(1, resolution.At(20, 0.8).Ratio);
        Assert.Equal((0, 1), (resolution.ChanceOf(1, 20), resolution.ChanceOf(1.001, 20)));
    }

    [Fact]
    public void More_rounds_resolve_less()
    {
        var resolution = Resolution.Of(RoundsOf.LogNormal(Deviation)(new Random(8), 20))!;

        var ratios = Resolution.Plans.Select(rounds => resolution.At(rounds, 0.8).Ratio).ToList();

        Assert.Equal(ratios.OrderDescending(), ratios);
        Assert.All(ratios, ratio => Assert.InRange(ratio, 1.001, 1.2));
    }

    private static double Shown(double effect, int rounds)
    {
        var random = new Random(8);
        var make = RoundsOf.LogNormal(Deviation, effect);
        return Enumerable
                .Range(0, Repetitions)
                .Count(_ =>
                    PairedRounds.Judge(make(random, rounds)).Interval is { Low: > 1 } or { High: < 1 }
                ) / (double)Repetitions;
    }
}
