using Bench.Analysis;
using MathNet.Numerics.Distributions;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>The plans of looks that decision 0006 chose from.</summary>
internal static class LookPlans
{
    private const double Different = 1 - PairedRounds.DifferenceLevel;
    private const double Equivalent = 1 - PairedRounds.EquivalenceLevel;

    private static readonly int[] s_seven = [.. Looks.Planned(PairedRounds.Fewest)];
    private static readonly int[] s_every = [.. Enumerable.Range(5, 56)];
    private static readonly int[] s_doubling = [5, 10, 20, 40, 80];

    /// <summary>An equal part of the error for each of seven looks, as <see cref="Looks"/> has it.</summary>
    public static LookPlan Chosen { get; } = Parts("seven equal parts", s_seven, _ => 1d / s_seven.Length);

    public static IEnumerable<LookPlan> All =>
        [
            Chosen,
            Parts("the fixed rule, each round", s_every, _ => 1),
            Spent("Pocock spending, seven", s_seven, PocockType),
            Spent("Pocock spending, each round", s_every, PocockType),
            Spent("O'Brien–Fleming spending, seven", s_seven, OBrienFlemingType),
            Spent("linear spending, seven", s_seven, (_, time) => time),
            Spent("quadratic spending, seven", s_seven, (_, time) => time * time),
            Parts("doubling, halved parts", s_doubling, look => Math.Pow(0.5, look + 1)),
            Mixture("mixture t, each round", s_every),
        ];

    private static LookPlan Parts(string name, int[] at, Func<int, double> part) =>
        new(
            name,
            at,
            [.. at.Select((_, look) => Different * part(look))],
            [.. at.Select((_, look) => Equivalent * part(look))]
        );

    private static LookPlan Spent(string name, int[] at, Func<double, double, double> spent) =>
        new(
            name,
            at,
            SpentErrors.Of(at, time => Different * spent(Different, time)),
            SpentErrors.Of(at, time => Equivalent * spent(Equivalent, time))
        );

    /// <summary>K. K. G. Lan and D. L. DeMets, Biometrika 70, 1983, 659–663: the function that is nearest to Pocock's constant level.</summary>
    private static double PocockType(double error, double time) => Math.Log(1 + ((Math.E - 1) * time));

    /// <summary>The same authors' function that is nearest to O'Brien and Fleming's bounds.</summary>
    private static double OBrienFlemingType(double error, double time) =>
        2 * Normal.CDF(0, 1, Normal.InvCDF(0, 1, error / 2) / Math.Sqrt(time)) / error;

    /// <summary>
    /// Student's t against effects of standard deviation 1 ÷ √g, scale-invariant: a test martingale, so that its bound holds for
    /// ever (T. L. Lai, Annals of Statistics 4, 1976, 265–280; H. Wang and A. Ramdas, 2024, arXiv:2310.03722).
    /// </summary>
    private static LookPlan Mixture(string name, int[] at) =>
        new(
            name,
            at,
            [.. at.Select(rounds => MixtureError(rounds, Different))],
            [.. at.Select(rounds => MixtureError(rounds, Equivalent))]
        );

    private static double MixtureError(int rounds, double error)
    {
        const double G = 0.1;
        var share = G / (rounds + G);
        var bound = Math.Pow(1 / (error * Math.Sqrt(share)), 2d / rounds);
        var square = (rounds - 1) * (bound - 1) / (1 - (bound * share));
        return square > 0 ? 2 * StudentT.CDF(0, 1, rounds - 1, -Math.Sqrt(square)) : 0;
    }
}
