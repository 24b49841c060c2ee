using Bench.Analysis;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>The interval methods that decision 0004 chose from.</summary>
internal static class Candidates
{
    private const double Everything = double.PositiveInfinity;

    public static Candidate Chosen { get; } =
        new("chosen", false, (values, _) => StudentLogRatio.Of(values).Interval);

    public static IReadOnlyList<Candidate> All { get; } =
    [
        Chosen,
        new("Student's t", false, (values, _) => Student(values.Mean(), Error(values), values.Length - 1)),
        new("signed rank", false, (values, _) => SignedRank(values)),
        new("Yuen 20 %", false, (values, _) => Yuen(values, values.Length / 5)),
        new("Huber 1.5", false, (values, _) => Huber(values)),
        new("biweight 9", false, (values, _) => Biweight(values)),
        new("bootstrap-t", true, BootstrapT),
        new("sign-flip", true, SignFlip),
    ];

    private static double Error(double[] values) => values.StandardDeviation() / Math.Sqrt(values.Length);

    private static Func<double, (double Low, double High)> Student(
        double centre,
        double error,
        double freedom
    ) =>
        level =>
        {
            var reach = error * StudentT.InvCDF(0, 1, freedom, (1 + level) / 2);
            return (centre - reach, centre + reach);
        };

    /// <summary>Between the Walsh averages that the exact distribution of the signed ranks points at.</summary>
    private static Func<double, (double Low, double High)> SignedRank(double[] values)
    {
        double[] averages =
        [
            .. values
                .SelectMany((value, index) => values[index..].Select(other => (value + other) / 2))
                .Order(),
        ];
        var chances = new double[averages.Length + 1];
        chances[0] = 1;
        for (var rank = 1; rank <= values.Length; rank++)
        {
            for (var sum = averages.Length; sum >= 0; sum--)
            {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
            }
        }

        return level =>
        {
            var (below, outside) = (chances[0], 0);
            while (below <= (1 - level) / 2)
            {
                below += chances[++outside];
            }

            return outside == 0 ? (-Everything, Everything) : (averages[outside - 1], averages[^outside]);
        };
    }

    private static Func<double, (double Low, double High)> Yuen(double[] values, int cut)
    {
        double[] sorted = [.. values.Order()];
        double[] winsorised = [.. sorted.Select(value => Math.Clamp(value, sorted[cut], sorted[^(cut + 1)]))];
        double kept = values.Length - (2 * cut);
        var error = winsorised.StandardDeviation() * Math.Sqrt((values.Length - 1) / (kept * (kept - 1)));
        return Student(sorted[cut..^cut].Mean(), error, kept - 1);
    }

    private static Func<double, (double Low, double High)> Huber(double[] values)
    {
        const double Corner = 1.5;
        var centre = values.Median();
        var scale = Deviation(values) * 1.4826 * values.Length / (values.Length - 0.8);
        for (var step = 0; step < 30; step++)
        {
            var inside = Math.Max(1, values.Count(value => Math.Abs(value - centre) <= Corner * scale));
            centre += values.Sum(value => Psi(value)) * scale / inside;
        }

        var linear =
            values.Count(value => Math.Abs(value - centre) <= Corner * scale) / (double)values.Length;
        var square = values.Sum(value => Psi(value) * Psi(value)) / (values.Length - 1);
        var small = 1 + ((1 - linear) / (values.Length * linear));
        return Student(centre, small * scale * Math.Sqrt(square / values.Length) / linear, values.Length - 1);

        double Psi(double value) => Math.Clamp((value - centre) / scale, -Corner, Corner);
    }

    /// <summary>Mosteller and Tukey's biweight with 0.7 (n − 1) degrees of freedom.</summary>
    private static Func<double, (double Low, double High)> Biweight(double[] values)
    {
        var centre = values.Median();
        var scale = 9 * Deviation(values);
        for (var step = 0; step < 30; step++)
        {
            double[] weights = [.. values.Select(value => Math.Pow(Rest(value), 2))];
            centre = values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
        }

        var above = values.Sum(value => Math.Pow(value - centre, 2) * Math.Pow(Rest(value), 4));
        var below = Math.Abs(
            values.Sum(value => Rest(value) == 0 ? 0 : Rest(value) * ((5 * Rest(value)) - 4))
        );
        return Student(
            centre,
            Math.Sqrt(above / (below * Math.Max(1, below - 1))),
            0.7 * (values.Length - 1)
        );

        double Rest(double value) => Math.Max(0, 1 - Math.Pow((value - centre) / scale, 2));
    }

    private static double Deviation(double[] values)
    {
        var median = values.Median();
        return values.Select(value => Math.Abs(value - median)).Median();
    }

    private static Func<double, (double Low, double High)> BootstrapT(double[] values, Random random)
    {
        var (mean, error) = (values.Mean(), Error(values));
        double[] ratios =
        [
            .. Enumerable
                .Range(0, 599)
                .Select(_ => values.Select(_ => values[random.Next(values.Length)]).ToArray())
                .Select(sample =>
                    Error(sample) is > 1e-12 and var own
                        ? (sample.Mean() - mean) / own
                        : Math.CopySign(Everything, sample.Mean() - mean)
                )
                .Order(),
        ];
        return level =>
        {
            var outside = (int)((1 - level) / 2 * ratios.Length);
            return (mean - (ratios[^(outside + 1)] * error), mean - (ratios[outside] * error));
        };
    }

    /// <summary>Inverts the sign-flip test of the mean through the means of random subsets (Hartigan's typical values).</summary>
    private static Func<double, (double Low, double High)> SignFlip(double[] values, Random random)
    {
        const int AllSubsetsUpTo = 9;
        var all = values.Length <= AllSubsetsUpTo;
        var masks = all
            ? Enumerable.Range(1, (1 << values.Length) - 1)
            : Enumerable.Range(0, 1999).Select(_ => random.Next(1, 1 << Math.Min(values.Length, 30)));
        double[] means =
        [
            .. masks.Select(mask => values.Where((_, index) => ((mask >> index) & 1) == 1).Mean()).Order(),
        ];
        return level =>
        {
            var outside = (int)(((1 - level) / 2 * (means.Length + 1)) + 1e-9);
            return outside == 0 ? (-Everything, Everything) : (means[outside - 1], means[^outside]);
        };
    }
}
