using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Bench.Analysis;

/// <summary>
/// Centre of launches with its 95 % interval: median of pairwise averages (Hodges–Lehmann), standard error by
/// bootstrap over launches with a fixed seed, Student's t with one degree of freedom less than launches, so that
/// two to four launches give the wide interval that they deserve. A latency quantile's centre is the centre of the
/// launches' quantiles: merging histograms within each resample would cost far more and say the same.
/// </summary>
internal static class LaunchEstimate
{
    private const int Resamples = 500;
    private const int Seed = 20_240_229;

    public static Estimate Of(double[] launches)
    {
        var centre = Centre(launches);
        if (launches.Length < 2)
        {
            return new(centre, null, null, launches.Length);
        }

        var random = new Random(Seed);
        var resample = new double[launches.Length];
        var centres = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < resample.Length; j++)
            {
                resample[j] = launches[random.Next(launches.Length)];
            }

            centres[i] = Centre(resample);
        }

        var freedom = launches.Length - 1d;
        var error = centres.StandardDeviation() * Math.Sqrt(launches.Length / freedom);
        var reach = StudentT.InvCDF(0, 1, freedom, 0.975) * error;
        return new(centre, centre - reach, centre + reach, launches.Length);
    }

    private static double Centre(double[] values) =>
        Pragmastat.Toolkit.Center(new Pragmastat.Sample(values)).NominalValue;
}
