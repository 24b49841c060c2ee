using MathNet.Numerics.Distributions;

namespace Bench.Analysis;

/// <summary>
/// The smallest difference that a machine resolves in one metric of one case, from rounds in which the case was
/// measured twice. Resolved means that the 99 % interval excludes 1; whether a verdict then says better or worse, or
/// equivalent, is a matter of the margin.
/// </summary>
public sealed class Resolution
{
    /// <summary>A chance of 80 %, as the rounds that would probably decide are planned with.</summary>
    public const double Probably = 0.80;

    /// <summary>A chance of 95 %.</summary>
    public const double AlmostSurely = 0.95;

    private const double Level = 0.95;

    private Resolution(int rounds, int setAside, double spread)
    {
        Rounds = rounds;
        SetAside = setAside;
        Spread = spread;
        var freedom = rounds - setAside - 1;
        SpreadInterval = (End((1 + Level) / 2), End((1 - Level) / 2));

        double End(double place) => spread * Math.Sqrt(freedom / ChiSquared.InvCDF(freedom, place));
    }

    /// <summary>Numbers of rounds that a resolution is stated for.</summary>
    public static IReadOnlyList<int> Plans { get; } = [5, 10, 20, 30];

    /// <summary>Rounds that it was found from.</summary>
    public int Rounds { get; }

    /// <summary>Of these, left out as disturbed.</summary>
    public int SetAside { get; }

    /// <summary>Standard deviation of a round's log ratio.</summary>
    public double Spread { get; }

    /// <summary>Its 95 % interval, from the χ² distribution.</summary>
    public (double Low, double High) SpreadInterval { get; }

    /// <summary>Of the log ratios of an A/A pair; null when they are too few to say anything, or one is not finite.</summary>
    public static Resolution? Of(IReadOnlyList<double> logRatios)
    {
        if (logRatios.Count < PairedRounds.Fewest || !logRatios.All(double.IsFinite))
        {
            return null;
        }

        var ratio = StudentLogRatio.Of(logRatios);
        return new(logRatios.Count, ratio.SetAside, ratio.Spread!.Value);
    }

    /// <summary>The smallest ratio that so many rounds show with the given chance.</summary>
    public SmallestRatio At(int rounds, double chance)
    {
        var effect = SmallestEffect.Of(rounds, chance);
        return new(
            rounds,
            chance,
            Math.Exp(effect * Spread),
            Math.Exp(effect * SpreadInterval.Low),
            Math.Exp(effect * SpreadInterval.High)
        );
    }

    /// <summary>How probably so many rounds show a ratio.</summary>
    public double ChanceOf(double ratio, int rounds) =>
        Spread > 0 ? SmallestEffect.Chance(Math.Log(ratio) / Spread, rounds)
        : ratio == 1 ? 0
        : 1;
}
