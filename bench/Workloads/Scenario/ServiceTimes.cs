using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>Draws service times.</summary>
public sealed class ServiceTimes
{
    /// <summary>Largest p99 of a lognormal time, in means: exp(z² / 2) with z of 99 %, rounded down.</summary>
    public const double MostP99PerMean = 14.9;

    // The standard normal quantile of 99 %.
    private const double Z99 = 2.3263478740408408;
    private readonly ServiceDistribution _distribution;
    private readonly double _meanNanoseconds;
    private readonly double _location;
    private readonly double _scale;

    /// <param name="distribution">How they are spread.</param>
    /// <param name="meanMicroseconds">Mean, µs.</param>
    /// <param name="p99Microseconds">99 % quantile, µs; for a lognormal spread only, above the mean and at most <see cref="MostP99PerMean"/> of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">No lognormal time has this mean and this quantile.</exception>
    public ServiceTimes(ServiceDistribution distribution, int meanMicroseconds, int p99Microseconds)
    {
        _distribution = distribution;
        _meanNanoseconds = meanMicroseconds * 1e3;
        if (distribution == ServiceDistribution.Lognormal)
        {
            var ratio = p99Microseconds / (double)meanMicroseconds;
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ratio, 1, nameof(p99Microseconds));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(ratio, MostP99PerMean, nameof(p99Microseconds));

            // Mean exp(m + s²/2) and p99 exp(m + z·s): the smaller root s of s²/2 − z·s + ln(p99 / mean) = 0.
            _scale = Z99 - Math.Sqrt((Z99 * Z99) - (2 * Math.Log(ratio)));
            _location = Math.Log(_meanNanoseconds) - (_scale * _scale / 2);
        }
    }

    /// <summary>The next time of a stream.</summary>
    public TimeSpan Next(ref SplitMix64 random) =>
        TimeSpan.FromMicroseconds(
            _distribution switch
            {
                ServiceDistribution.Exponential => random.NextExponential(_meanNanoseconds),
                ServiceDistribution.Lognormal => Math.Exp(_location + (_scale * NextNormal(ref random))),
                _ => _meanNanoseconds,
            } / 1e3
        );

    // Box–Muller.
    private static double NextNormal(ref SplitMix64 random)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
