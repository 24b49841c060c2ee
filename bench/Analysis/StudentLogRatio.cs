using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Bench.Analysis;

/// <summary>
/// Student's t on the log ratios of undisturbed rounds, chosen by simulation (decision 0004). When rounds are set
/// aside the standard error is widened by all rounds ÷ remaining rounds, which pays for having chosen them.
/// </summary>
internal static class StudentLogRatio
{
    /// <param name="logRatios">Two or more finite log ratios.</param>
    public static LogRatio Of(IReadOnlyList<double> logRatios) =>
        Of(logRatios, DisturbedRounds.Without(logRatios));

    /// <summary>The same with none set aside, where what varies is no disturbance.</summary>
    public static LogRatio OfAll(IReadOnlyList<double> logRatios) => Of(logRatios, logRatios);

    private static LogRatio Of(IReadOnlyList<double> logRatios, IReadOnlyList<double> used)
    {
        var (mean, deviation) = used.MeanStandardDeviation();
        var spread = deviation * logRatios.Count / used.Count;
        var error = spread / Math.Sqrt(used.Count);
        var freedom = used.Count - 1d;
        return new(
            mean,
            level =>
            {
                var reach = error == 0 ? 0 : error * StudentQuantile.Of(freedom, (1 + level) / 2);
                return (mean - reach, mean + reach);
            },
            PValue(mean, error, freedom),
            spread,
            logRatios.Count - used.Count
        );
    }

    private static double PValue(double mean, double error, double freedom) =>
        (mean, error) switch
        {
            (0, 0) => 1,
            (_, 0) => 0,
            _ => 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(mean / error)),
        };
}
