using MathNet.Numerics.LinearAlgebra;

namespace Bench.Analysis.Trends;

/// <summary>
/// A place from which on runs scatter more, or less: a step in the roots of the residuals' sizes, which are nearly
/// normal whatever the tails.
/// </summary>
/// <param name="Step">Where.</param>
/// <param name="Ratio">Standard deviation after ÷ before.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
internal sealed record SpreadChange(FoundStep Step, double Ratio, double Low, double High)
{
    private const int FewestValues = 8;
    private const double LeastRatio = 1.5;
    private const double LeastDeviation = 1e-6;
    private const double Normal95 = 1.96;

    /// <param name="residuals">Of the whitened series.</param>
    /// <param name="level">Chance at which noise that does not change may seem to.</param>
    /// <param name="leastEffect">Where two standard deviations are less than this both before and after, scatter does not matter.</param>
    /// <returns>The most conspicuous one; null when there is none.</returns>
    public static SpreadChange? In(Vector<double> residuals, double level, double leastEffect)
    {
        if (residuals.Count < 2 * FewestValues)
        {
            return null;
        }

        var sizes = residuals.Map(residual => Math.Sqrt(Math.Abs(residual)));
        var fit = new ArRegression(sizes, 0, Vector<double>.Build.Dense(sizes.Count, 1));
        int[] places = [.. Enumerable.Range(FewestValues, sizes.Count - (2 * FewestValues) + 1)];
        var step = FoundStep.BestOf(fit.Steps(), places, places.Length);
        if (step.PValue > level)
        {
            return null;
        }

        var before = Deviation(residuals.SubVector(0, step.At));
        var after = Deviation(residuals.SubVector(step.At, residuals.Count - step.At));
        var matters =
            Math.Max(after / before, before / after) >= LeastRatio
            && 2 * Math.Max(before, after) >= leastEffect;
        return matters ? Of(step, residuals, before, after) : null;
    }

    // The logarithm of a standard deviation has variance (kurtosis − 1) ÷ 4n.
    private static SpreadChange Of(FoundStep step, Vector<double> residuals, double before, double after)
    {
        var kurtosis = residuals
            .Select((value, i) => Math.Pow(value / (i < step.At ? before : after), 4))
            .Average();
        var error = Math.Sqrt(
            Math.Max(1, kurtosis - 1) / 4 * ((1d / step.At) + (1d / (residuals.Count - step.At)))
        );
        var ratio = after / before;
        return new(step, ratio, ratio * Math.Exp(-Normal95 * error), ratio * Math.Exp(Normal95 * error));
    }

    private static double Deviation(Vector<double> residuals) =>
        Math.Max(LeastDeviation, residuals.L2Norm() / Math.Sqrt(residuals.Count));
}
