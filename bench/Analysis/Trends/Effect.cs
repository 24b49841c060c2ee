using MathNet.Numerics.Distributions;

namespace Bench.Analysis.Trends;

/// <summary>A coefficient of a regression.</summary>
/// <param name="Size">Its estimate.</param>
/// <param name="Error">Its standard error, above 0.</param>
/// <param name="Freedom">Degrees of freedom of the error.</param>
internal readonly record struct Effect(double Size, double Error, int Freedom)
{
    private const double Upper = 0.975;

    public double Statistic => Math.Abs(Size) / Error;

    /// <summary>Two-sided p-value of Student's t, were this the only place that was looked at.</summary>
    public double PValue => 2 * StudentT.CDF(0, 1, Freedom, -Statistic);

    /// <summary>The 95 % interval.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var reach = Error * StudentT.InvCDF(0, 1, Freedom, Upper);
            return (Size - reach, Size + reach);
        }
    }

    /// <summary>The same, when so many places were looked at and the best of them taken (Bonferroni).</summary>
    public double PValueAmong(int places) => Math.Min(1, places * PValue);
}
