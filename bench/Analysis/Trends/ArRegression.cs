using MathNet.Numerics.LinearAlgebra;

namespace Bench.Analysis.Trends;

/// <summary>
/// Regression of a series whose noise depends on the noise before (AR(1)), by generalised least squares: series and
/// regressors are whitened (S. J. Prais and C. B. Winsten, Trend estimators and serial correlation, Cowles Commission
/// Discussion Paper 383, 1954), and each regressor is made orthogonal to those before it. It begins with a constant.
/// </summary>
internal sealed class ArRegression
{
    // A series that never moves has no noise at all: a millionth of a percent keeps divisions finite.
    private const double LeastNoise = 1e-8;
    private const double Negligible = 1e-12;

    private readonly double _dependence;
    private readonly Vector<double> _weights;
    private readonly List<Vector<double>> _basis = [];

    /// <param name="values">The series.</param>
    /// <param name="dependence">Correlation of the noise with the noise before, −1…1.</param>
    /// <param name="weights">One over the relative standard deviation of each value's noise.</param>
    public ArRegression(Vector<double> values, double dependence, Vector<double> weights)
    {
        _dependence = dependence;
        _weights = weights;
        Residual = Whitened(values);
        Add(Vector<double>.Build.Dense(values.Count, 1));
    }

    /// <summary>What is left of the whitened series.</summary>
    public Vector<double> Residual { get; private set; }

    public double SumOfSquares => Residual.DotProduct(Residual);

    /// <summary>Coefficients fitted so far.</summary>
    public int Parameters => _basis.Count;

    /// <summary>Standard deviation of the innovations of a value with weight 1.</summary>
    public double Noise => NoiseOf(SumOfSquares, Parameters);

    public void Add(Vector<double> regressor)
    {
        var direction = Orthogonal(Whitened(regressor));
        var length = direction.L2Norm();
        if (length < Negligible)
        {
            return;
        }

        direction /= length;
        _basis.Add(direction);
        Residual -= direction * Residual.DotProduct(direction);
    }

    /// <summary>The coefficient that a regressor would have beside those that are there.</summary>
    public Effect Try(Vector<double> regressor)
    {
        var direction = Orthogonal(Whitened(regressor));
        return EffectOf(direction.DotProduct(Residual), direction.DotProduct(direction));
    }

    /// <summary>The coefficients that steps would have, one at a time: at index i that of the step which begins at point i; at 0 none.</summary>
    public Effect[] Steps()
    {
        var along = StepProducts(Residual.PointwiseMultiply(_weights), 1 - _dependence);
        var lengths = StepLengths();
        return [.. along.Zip(lengths, EffectOf)];
    }

    /// <summary>Squared length of each step's whitened regressor beside what is there: a step's error is the noise over its root.</summary>
    public double[] StepLengths()
    {
        var lengths = StepProducts(
            _weights.PointwiseMultiply(_weights),
            (1 - _dependence) * (1 - _dependence)
        );
        foreach (var direction in _basis)
        {
            var products = StepProducts(direction.PointwiseMultiply(_weights), 1 - _dependence);
            for (var at = 0; at < lengths.Length; at++)
            {
                lengths[at] -= products[at] * products[at];
            }
        }

        return lengths;
    }

    private Effect EffectOf(double along, double length)
    {
        var freedom = Residual.Count - Parameters - 2;
        return length < Negligible
            ? new(0, 1, freedom)
            : new(
                along / length,
                NoiseOf(SumOfSquares - (along * along / length), Parameters + 1) / Math.Sqrt(length),
                freedom
            );
    }

    // One degree of freedom for the dependence, which was estimated, too.
    private double NoiseOf(double squares, int parameters) =>
        Math.Max(LeastNoise, Math.Sqrt(Math.Max(0, squares) / (Residual.Count - parameters - 1)));

    // A whitened step is 1 where it begins and 1 − dependence after: sums from the end make all of them linear in length.
    private static double[] StepProducts(Vector<double> weighted, double afterwards)
    {
        var products = new double[weighted.Count];
        var sum = 0d;
        for (var at = products.Length - 1; at > 0; at--)
        {
            products[at] = weighted[at] + (afterwards * sum);
            sum += weighted[at];
        }

        return products;
    }

    private Vector<double> Whitened(Vector<double> values)
    {
        var white = values.Clone();
        white[0] *= Math.Sqrt(1 - (_dependence * _dependence));
        for (var i = 1; i < white.Count; i++)
        {
            white[i] -= _dependence * values[i - 1];
        }

        return white.PointwiseMultiply(_weights);
    }

    private Vector<double> Orthogonal(Vector<double> vector) =>
        _basis.Aggregate(vector, (rest, direction) => rest - (direction * rest.DotProduct(direction)));
}
