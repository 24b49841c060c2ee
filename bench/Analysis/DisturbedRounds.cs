using MathNet.Numerics.Statistics;

namespace Bench.Analysis;

/// <summary>
/// Finds rounds that something else disturbed. Of 8 rounds or more, at most a fifth are set aside: the most distant
/// from the median, and only when each is further from the mean of the rest than eight of the rest's standard
/// deviations. That is far beyond anything that the modes of ordinary launches do to a majority of rounds
/// (after Rosner's generalised ESD test, doi:10.1080/00401706.1983.10487848, with a fixed bound in place of its
/// critical values, so that undisturbed rounds keep the interval of Student's t).
/// </summary>
public static class DisturbedRounds
{
    private const int FewestRounds = 8;
    private const int LargestShare = 5;
    private const double Reach = 8;

    /// <summary>The log ratios that remain, in no particular order; all of them when none is disturbed.</summary>
    public static IReadOnlyList<double> Without(IReadOnlyList<double> logRatios)
    {
        if (logRatios.Count < FewestRounds)
        {
            return logRatios;
        }

        var median = logRatios.Median();
        double[] byDistance = [.. logRatios.OrderBy(value => Math.Abs(value - median))];
        for (var count = logRatios.Count / LargestShare; count > 0; count--)
        {
            var rest = byDistance[..^count];
            var (mean, deviation) = rest.MeanStandardDeviation();
            if (
                deviation > 0
                && Array.TrueForAll(byDistance[^count..], value => Math.Abs(value - mean) > Reach * deviation)
            )
            {
                return rest;
            }
        }

        return logRatios;
    }
}
