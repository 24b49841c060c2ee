using MathNet.Numerics.Statistics;

namespace Bench.Analysis;

/// <summary>
/// Centre of launches with its 95 % interval: the geometric mean with Student's t on the logarithms, so that the
/// ratio of two arms' centres is the centre of their rounds' ratios. Where a launch is zero or negative, the mean with
/// Student's t, cut off at 0 when no launch is negative. Two to four launches give the wide interval that they deserve. Chosen by simulation over bootstraps,
/// which cover too seldom below 20 launches (decision 0004). A latency quantile's centre is that of the launches'
/// own quantiles: launches, not operations, are what is repeated.
/// </summary>
internal static class LaunchEstimate
{
    private const double Upper = 0.975;

    public static Estimate Of(IReadOnlyList<double> launches)
    {
        var logarithmic = launches.All(value => value > 0);
        var values = logarithmic ? [.. launches.Select(value => Math.Log(value))] : launches;
        var (mean, deviation) = values.MeanStandardDeviation();
        if (launches.Count < 2)
        {
            return new(launches[0], null, null, launches.Count);
        }

        var reach =
            deviation == 0
                ? 0
                : deviation / Math.Sqrt(launches.Count) * StudentQuantile.Of(launches.Count - 1, Upper);
        var low = logarithmic || launches.Any(value => value < 0) ? mean - reach : Math.Max(0, mean - reach);
        return new(Back(mean), Back(low), Back(mean + reach), launches.Count);

        double Back(double value) => logarithmic ? Math.Exp(value) : value;
    }
}
