using MathNet.Numerics.Distributions;
using Gauss = MathNet.Numerics.Distributions.Normal;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>Makes up one figure of one launch.</summary>
internal static class Launches
{
    public static double Normal(Random random) => Gauss.Sample(random, 1, 0.1);

    public static double LogNormal(Random random) => Math.Exp(Gauss.Sample(random, 0, 0.3));

    public static double Bimodal(Random random) =>
        (random.NextDouble() < 0.3 ? 1.2 : 1) * Math.Exp(Gauss.Sample(random, 0, 0.03));

    /// <summary>
    /// The 990th of 1,000 log-normal operations: the 11th from the top of as many uniform numbers, drawn as the
    /// Beta variable that it is, and turned into a latency.
    /// </summary>
    public static double P99(Random random)
    {
        var place = Beta.Sample(random, 990, 11);
        var launch = Gauss.Sample(random, 0, 0.03);
        return Math.Exp(launch + (0.5 * Gauss.InvCDF(0, 1, place)));
    }
}
