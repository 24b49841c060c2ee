using MathNet.Numerics.Distributions;

namespace Bench.Analysis.Capacity;

/// <summary>
/// The load at which a launch is as likely to meet the objectives as to miss them, from launches that did either: the
/// posterior of a normal ogive over the logarithm of the load, with a share of launches that a disturbance decides. Its
/// median and its central 95 %. The prior is flat over the place and over the logarithm of the width.
/// </summary>
internal static class Threshold
{
    private const double Disturbed = 0.03;
    private const double Narrowest = 0.005;
    private const double Widest = 0.25;
    private const int Widths = 16;
    private const double Grid = 0.005;
    private const double Beyond = 0.5;
    private const double Tail = 0.025;

    /// <param name="launches">Load and whether the objectives were met; at least one of either kind.</param>
    /// <returns>Median and ends of the interval, as loads.</returns>
    public static (double Value, double Low, double High) Of(IReadOnlyList<(double Load, bool Met)> launches)
    {
        var logs = launches.Select(launch => (At: Math.Log(launch.Load), launch.Met)).ToList();
        var low = logs.Min(launch => launch.At) - Beyond;
        var count = (int)((logs.Max(launch => launch.At) + Beyond - low) / Grid) + 1;
        var weights = new double[count];
        foreach (var width in Enumerable.Range(0, Widths).Select(WidthAt))
        {
            for (var i = 0; i < count; i++)
            {
                weights[i] += Likelihood(logs, low + (i * Grid), width);
            }
        }

        return (Quantile(0.5), Quantile(Tail), Quantile(1 - Tail));

        double Quantile(double share)
        {
            var rest = share * weights.Sum();
            var index = 0;
            while (index < count - 1 && rest > weights[index])
            {
                rest -= weights[index++];
            }

            return Math.Exp(low + (index * Grid));
        }
    }

    private static double WidthAt(int index) =>
        Narrowest * Math.Pow(Widest / Narrowest, index / (Widths - 1d));

    private static double Likelihood(List<(double At, bool Met)> launches, double place, double width)
    {
        var product = 1d;
        foreach (var (at, met) in launches)
        {
            var missed = Disturbed + ((1 - (2 * Disturbed)) * Normal.CDF(place, width, at));
            product *= met ? 1 - missed : missed;
        }

        return product;
    }
}
