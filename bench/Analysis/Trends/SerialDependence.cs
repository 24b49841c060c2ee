using MathNet.Numerics.LinearAlgebra;

namespace Bench.Analysis.Trends;

/// <summary>
/// How far a run depends on the run before: the correlation of neighbouring residuals, made larger by what fitted levels
/// take away from it (M. G. Kendall, Note on bias in the estimation of autocorrelation, Biometrika 41, 1954, 403–404, for a
/// constant and likewise for more).
/// </summary>
internal static class SerialDependence
{
    private const double Usual = 0.5;
    private const double UsualWeight = 150;
    private const double Most = 0.9;
    private const double NoNoise = 1e-18;

    /// <summary>The estimate, which a hundred runs tell to ±0.09.</summary>
    /// <param name="residuals">What a fit by plain least squares has left, at least six.</param>
    /// <param name="parameters">Coefficients of that fit.</param>
    /// <returns>A correlation, −0.9…0.9.</returns>
    public static double Found(Vector<double> residuals, int parameters)
    {
        var squares = residuals.DotProduct(residuals);
        if (squares < NoNoise * residuals.Count)
        {
            return 0;
        }

        var products = 0d;
        for (var i = 1; i < residuals.Count; i++)
        {
            products += residuals[i] * residuals[i - 1];
        }

        var found =
            ((products / squares * residuals.Count) + parameters) / (residuals.Count - parameters - 2);
        return Math.Clamp(found, -Most, Most);
    }

    /// <summary>
    /// What is believed of it: its mean with 0.5, which weighs as much as 150 runs. Runs of one machine are seldom
    /// independent, too small a value makes false alarms, and too large a one costs little where there is none (decision 0014).
    /// </summary>
    /// <param name="residuals">What a fit by plain least squares has left, at least six.</param>
    /// <param name="parameters">Coefficients of that fit.</param>
    /// <returns>A correlation, 0…0.9.</returns>
    public static double Of(Vector<double> residuals, int parameters)
    {
        var weight = residuals.Count / (residuals.Count + UsualWeight);
        return Math.Max(0, Usual + (weight * (Found(residuals, parameters) - Usual)));
    }
}
