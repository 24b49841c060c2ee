using MathNet.Numerics.LinearAlgebra;

namespace Bench.Analysis.Trends;

/// <summary>Levels with steps between them, as a model of a series.</summary>
/// <param name="values">The series.</param>
/// <param name="weights">One over the relative standard deviation of each value's noise.</param>
internal sealed class StepModel(Vector<double> values, Vector<double> weights)
{
    private const int Looks = 2;

    public int Count => values.Count;

    /// <summary>The fit with these steps and noise of this dependence.</summary>
    public ArRegression Fit(IEnumerable<int> steps, double dependence)
    {
        var fit = new ArRegression(values, dependence, weights);
        foreach (var step in steps)
        {
            fit.Add(Vector<double>.Build.Dense(Count, index => index < step ? 0 : 1));
        }

        return fit;
    }

    /// <summary>The dependence that is believed to remain beside these steps.</summary>
    public double Dependence(IEnumerable<int> steps)
    {
        var plain = Fit(steps, 0);
        return SerialDependence.Of(plain.Residual, plain.Parameters);
    }

    /// <summary>What noise remains beside these steps, each value freed of what it has from the one before.</summary>
    public Vector<double> Innovations(IEnumerable<int> steps)
    {
        var plain = Fit(steps, 0);
        return Fit(steps, SerialDependence.Found(plain.Residual, plain.Parameters)).Residual;
    }

    /// <summary>The best place for one more step, judged with that step in place; null when there is no room.</summary>
    /// <remarks>
    /// The first look takes noise as independent (least squares), the next with the dependence that is left beside the step of the look
    /// before: a step that is not fitted looks like dependence, and would hide itself.
    /// </remarks>
    public FoundStep? Best(IReadOnlyList<int> steps)
    {
        var places = Places(steps);
        if (places.Count == 0)
        {
            return null;
        }

        var dependence = 0d;
        for (var look = 0; look < Looks; look++)
        {
            var best = FoundStep.BestOf(Fit(steps, dependence).Steps(), places, places.Count);
            dependence = Dependence([.. steps, best.At]);
        }

        return FoundStep.BestOf(Fit(steps, dependence).Steps(), places, places.Count);
    }

    /// <summary>A step judged beside the others, at its best place between its neighbours.</summary>
    public FoundStep Judged(int step, IReadOnlyList<int> others, double dependence)
    {
        var low = others.Where(other => other < step).DefaultIfEmpty(0).Max() + Outliers.Level;
        var high = others.Where(other => other > step).DefaultIfEmpty(Count).Min() - Outliers.Level;
        return FoundStep.BestOf(
            Fit(others, dependence).Steps(),
            [.. Enumerable.Range(low, high - low + 1)],
            Places(others).Count
        );
    }

    // A level has at least three values: one or two are outliers until they are followed by more.
    private List<int> Places(IReadOnlyList<int> steps) =>
        [
            .. Enumerable
                .Range(Outliers.Level, Math.Max(0, Count - (2 * Outliers.Level) + 1))
                .Where(place => steps.All(step => Math.Abs(step - place) >= Outliers.Level)),
        ];
}
