using MathNet.Numerics.LinearAlgebra;

namespace Bench.Analysis.Trends;

/// <summary>A straight line, as a model of a series.</summary>
/// <param name="values">The series.</param>
/// <param name="weights">One over the relative standard deviation of each value's noise.</param>
internal sealed class DriftModel(Vector<double> values, Vector<double> weights)
{
    private readonly Vector<double> _line = Vector<double>.Build.Dense(
        values.Count,
        index => (double)index / (values.Count - 1)
    );

    /// <summary>The dependence that is believed to remain beside the line.</summary>
    public double Dependence()
    {
        var plain = Fit(0);
        return SerialDependence.Of(plain.Residual, plain.Parameters);
    }

    /// <summary>What noise remains beside the line, each value freed of what it has from the one before.</summary>
    public Vector<double> Innovations()
    {
        var plain = Fit(0);
        return Fit(SerialDependence.Found(plain.Residual, plain.Parameters)).Residual;
    }

    /// <summary>What the line rises by from the first value to the last.</summary>
    public Effect Rise(double dependence) => new ArRegression(values, dependence, weights).Try(_line);

    public ArRegression Fit(double dependence)
    {
        var fit = new ArRegression(values, dependence, weights);
        fit.Add(_line);
        return fit;
    }
}
