using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace Bench.Analysis;

/// <summary>
/// The power of the 99 % interval of Student's t by which <see cref="PairedRounds"/> judges a difference. The
/// statistic has a non-central t distribution: its chance is that of a normal variable, averaged over what the standard
/// deviation of so few rounds may come out as.
/// </summary>
internal static class SmallestEffect
{
    private const int Steps = 400;
    private const double Largest = 100;

    /// <summary>How probably an effect is shown to be one.</summary>
    /// <param name="effect">The true log ratio, in standard deviations of a round's log ratio.</param>
    /// <param name="rounds">Rounds, 2 or more.</param>
    public static double Chance(double effect, int rounds) =>
        Chance(Reaches(rounds), Math.Abs(effect) * Math.Sqrt(rounds));

    /// <summary>The smallest effect that is shown with the given chance, in standard deviations of a round's log ratio.</summary>
    public static double Of(int rounds, double chance)
    {
        var reaches = Reaches(rounds);
        return Brent.FindRoot(shift => Chance(reaches, shift) - chance, 0, Largest, 1e-9) / Math.Sqrt(rounds);
    }

    private static double Chance(double[] reaches, double shift) =>
        reaches.Average(reach => Normal.CDF(0, 1, shift - reach) + Normal.CDF(0, 1, -shift - reach));

    // Equally probable values of critical t × s ÷ σ.
    private static double[] Reaches(int rounds)
    {
        var freedom = rounds - 1;
        var critical = StudentT.InvCDF(0, 1, freedom, (1 + PairedRounds.DifferenceLevel) / 2);
        return
        [
            .. Enumerable
                .Range(0, Steps)
                .Select(step =>
                    critical * Math.Sqrt(ChiSquared.InvCDF(freedom, (step + 0.5) / Steps) / freedom)
                ),
        ];
    }
}
