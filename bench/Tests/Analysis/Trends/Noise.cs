using MathNet.Numerics.Distributions;

namespace Bench.Tests.Analysis.Trends;

/// <summary>Noise of made-up series: each value depends on the one before (AR(1)); its standard deviation is 1.</summary>
/// <param name="Dependence">Correlation with the value before, −1…1.</param>
/// <param name="Name">Name of the distribution.</param>
/// <param name="Innovation">Draws what is new in a value, with standard deviation 1.</param>
/// <param name="Outliers">Share of values that a disturbance of eight standard deviations is added to.</param>
internal sealed record Noise(
    double Dependence,
    string Name,
    Func<Random, double> Innovation,
    double Outliers = 0
)
{
    private const double Disturbance = 8;

    public static Noise Gauss(double dependence) =>
        new(dependence, "normal", random => Normal.Sample(random, 0, 1));

    public static Noise Laplace(double dependence) =>
        new(
            dependence,
            "Laplace",
            random => MathNet.Numerics.Distributions.Laplace.Sample(random, 0, Math.Sqrt(0.5))
        );

    /// <summary>Normal, with one value in twenty disturbed.</summary>
    public static Noise Contaminated(double dependence) =>
        Gauss(dependence) with
        {
            Name = "normal with 5 % outliers",
            Outliers = 0.05,
        };

    public double[] Draw(Random random, int count)
    {
        var values = new double[count];
        var fresh = Math.Sqrt(1 - (Dependence * Dependence));
        values[0] = Normal.Sample(random, 0, 1);
        for (var i = 1; i < count; i++)
        {
            values[i] = (Dependence * values[i - 1]) + (fresh * Innovation(random));
        }

        for (var i = 0; i < count && Outliers > 0; i++)
        {
            values[i] += random.NextDouble() < Outliers ? Normal.Sample(random, 0, Disturbance) : 0;
        }

        return values;
    }
}
