using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Bench.Analysis.Trends;

/// <summary>What explains a series of logarithms best: a level, levels with steps, or a line; and whether the noise around it changes.</summary>
/// <param name="Steps">Its steps; empty where a line is better or nothing happens.</param>
/// <param name="Drift">Rise of the line from the first value to the last; null where there is none.</param>
/// <param name="Spread">Where the noise changes; null where it does not.</param>
/// <param name="Levels">What the model says of each value.</param>
/// <param name="Dependence">Correlation of the noise with the noise before, as used.</param>
/// <param name="Noise">Standard deviation of the noise, at the end of the series.</param>
/// <param name="SmallestStep">Height of a step that ten values after it would show with a chance of 95 %.</param>
internal sealed record SeriesModel(
    IReadOnlyList<FoundStep> Steps,
    Effect? Drift,
    SpreadChange? Spread,
    IReadOnlyList<double> Levels,
    double Dependence,
    double Noise,
    double SmallestStep
)
{
    /// <summary>Chance at which a series in which nothing happens may show a change of any kind.</summary>
    public const double Level = 0.01;

    /// <summary>Of that, for steps, for a line, and for scatter; the rest is kept back for tails that are heavier than normal (decision 0014).</summary>
    public const double StepShare = 0.5;

    public const double DriftShare = 0.1;
    public const double SpreadShare = 0.1;

    private const int ValuesAfter = 10;
    private const double Found95 = 1.645;

    /// <param name="values">Logarithms, at least ten.</param>
    /// <param name="leastEffect">Changes smaller than this do not matter.</param>
    /// <param name="family">Series that are looked at together: what the smallest step must stand out of.</param>
    public static SeriesModel Of(double[] values, double leastEffect, int family)
    {
        var series = Vector<double>.Build.Dense(values);
        var even = Vector<double>.Build.Dense(values.Length, 1);
        var first = Explained(series, even, leastEffect, family);
        var spread = SpreadChange.In(first.Innovations, Level * SpreadShare, leastEffect);
        if (spread is null)
        {
            return first.Model;
        }

        // Once more with each part of the series weighted by its own noise: what is wild weighs less.
        var weights = Vector<double>.Build.Dense(
            values.Length,
            index => index < spread.Step.At ? spread.Ratio : 1
        );
        return Explained(series, weights, leastEffect, family).Model with { Spread = spread };
    }

    private static (SeriesModel Model, Vector<double> Innovations) Explained(
        Vector<double> values,
        Vector<double> weights,
        double leastEffect,
        int family
    )
    {
        var model = new StepModel(values, weights);
        var steps = new Steps(Level * StepShare, leastEffect).In(model);
        List<int> places = [.. steps.Select(step => step.At)];
        var dependence = model.Dependence(places);
        var fit = model.Fit(places, dependence);
        var line = new DriftModel(values, weights);
        var lineDependence = line.Dependence();
        var rise = line.Rise(lineDependence);
        var lineFit = line.Fit(lineDependence);
        var drifts =
            rise.PValue <= Level * DriftShare
            && Math.Abs(rise.Size) >= leastEffect
            && Criterion(lineFit, 2) < Criterion(fit, 1 + (2 * steps.Count));
        var (chosen, chosenDependence) = drifts ? (lineFit, lineDependence) : (fit, dependence);
        var smallest = Smallest(model.Fit([], chosenDependence), chosen.Noise, family);
        return (
            new(
                drifts ? [] : steps,
                drifts ? rise : null,
                null,
                drifts ? Line(values) : Means(values, places),
                chosenDependence,
                chosen.Noise / Math.Sqrt(1 - (chosenDependence * chosenDependence)),
                Math.Max(leastEffect, smallest)
            ),
            drifts ? line.Innovations() : model.Innovations(places)
        );
    }

    // Bayes' information criterion, with the unbiased variance; a step costs its height and its place.
    private static double Criterion(ArRegression fit, int parameters) =>
        (fit.Residual.Count * 2 * Math.Log(fit.Noise)) + (parameters * Math.Log(fit.Residual.Count));

    private static double Smallest(ArRegression flat, double noise, int family)
    {
        var lengths = flat.StepLengths();
        var freedom = lengths.Length - 3;
        var needed = -StudentT.InvCDF(0, 1, freedom, Level * StepShare / family / lengths.Length / 2);
        return (needed + Found95) * noise / Math.Sqrt(lengths[^Math.Min(ValuesAfter, lengths.Length / 2)]);
    }

    private static double[] Means(Vector<double> values, List<int> steps)
    {
        var levels = new double[values.Count];
        foreach (var (from, until) in steps.Prepend(0).Zip(steps.Append(values.Count)))
        {
            Array.Fill(levels, values.SubVector(from, until - from).Average(), from, until - from);
        }

        return levels;
    }

    private static double[] Line(Vector<double> values)
    {
        double[] places = [.. Enumerable.Range(0, values.Count).Select(index => (double)index)];
        var (intercept, slope) = MathNet.Numerics.Fit.Line(places, [.. values]);
        return [.. places.Select(place => intercept + (slope * place))];
    }
}
