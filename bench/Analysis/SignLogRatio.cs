using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Bench.Analysis;

/// <summary>
/// The median of log ratios, some of them infinite because an arm has zeros, with the interval between order
/// statistics that inverts the sign test (W. J. Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2).
/// An interval that the rounds cannot bear is unbounded.
/// </summary>
internal static class SignLogRatio
{
    public static LogRatio Of(IReadOnlyList<double> logRatios)
    {
        double[] sorted = [.. logRatios.Order()];
        var fewer = Math.Min(sorted.Count(value => value <= 0), sorted.Count(value => value >= 0));
        return new(
            sorted.Median(),
            level => Interval(sorted, level),
            Math.Min(1, 2 * Binomial.CDF(0.5, sorted.Length, fewer)),
            null,
            0
        );
    }

    private static (double Low, double High) Interval(double[] sorted, double level)
    {
        var outside = 0;
        while (2 * Binomial.CDF(0.5, sorted.Length, outside) <= 1 - level)
        {
            outside++;
        }

        return outside == 0
            ? (double.NegativeInfinity, double.PositiveInfinity)
            : (sorted[outside - 1], sorted[^outside]);
    }
}
