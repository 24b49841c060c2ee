using Bench.Analysis.Trends;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Perfolizer.Mathematics.Cpd;

namespace Bench.Tests.Analysis.Trends;

/// <summary>What else could look for steps: decision 0014 has their figures beside those of the chosen method.</summary>
internal static class OtherMethods
{
    private const double Level = 0.01;

    /// <summary>ED-PELT with its default settings.</summary>
    public static IReadOnlyList<int> EdPelt(double[] values) =>
        [.. EdPeltChangePointDetector.Instance.GetChangePointIndexes(values).Select(last => last + 1)];

    /// <summary>Cumulative sums that take runs as independent of each other.</summary>
    public static IReadOnlyList<int> Independent(double[] values) => Best(values, _ => 0);

    /// <summary>Cumulative sums over a long-run variance by Bartlett's kernel, of what the best step leaves.</summary>
    public static IReadOnlyList<int> Bartlett(double[] values)
    {
        var places = Places(values);
        var effects = Flat(values, 0).Steps();
        var best = places.MaxBy(place => effects[place].Statistic);
        var plain = Flat(values, 0);
        plain.Add(Vector<double>.Build.Dense(values.Length, index => index < best ? 0 : 1));
        var error = Math.Sqrt(
            LongRunVariance(plain.Residual) * values.Length / best / (values.Length - best)
        );
        var pValue = 2 * places.Count * Normal.CDF(0, 1, -Math.Abs(effects[best].Size) / error);
        return pValue <= Level ? [best] : [];
    }

    /// <summary>As chosen, but with the dependence of the series without any step, in which a step looks like dependence.</summary>
    public static IReadOnlyList<int> Hidden(double[] values) =>
        Best(values, series => SerialDependence.Of(Flat(series, 0).Residual, 1));

    private static IReadOnlyList<int> Best(double[] values, Func<double[], double> dependence)
    {
        var places = Places(values);
        var step = FoundStep.BestOf(Flat(values, dependence(values)).Steps(), places, places.Count);
        return step.PValue <= Level ? [step.At] : [];
    }

    private static ArRegression Flat(double[] values, double dependence) =>
        new(Vector<double>.Build.Dense(values), dependence, Vector<double>.Build.Dense(values.Length, 1));

    private static List<int> Places(double[] values) =>
        [.. Enumerable.Range(Outliers.Level, values.Length - (2 * Outliers.Level) + 1)];

    private static double LongRunVariance(Vector<double> residuals)
    {
        var bandwidth = (int)(4 * Math.Pow(residuals.Count / 100d, 2d / 9));
        return Enumerable
                .Range(-bandwidth, (2 * bandwidth) + 1)
                .Sum(lag =>
                    (1 - (Math.Abs(lag) / (bandwidth + 1d)))
                    * residuals.Skip(Math.Abs(lag)).Zip(residuals, (later, earlier) => later * earlier).Sum()
                ) / residuals.Count;
    }
}
