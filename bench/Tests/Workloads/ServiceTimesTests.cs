using Bench.Measurement;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ServiceTimesTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(ServiceDistribution.Constant, 0, 5.0, 5.0)]
    [InlineData(ServiceDistribution.Exponential, 0, 3.4657, 23.026)]
    [InlineData(ServiceDistribution.Lognormal, 20_000, 3.9087, 20.0)]
    [InlineData(ServiceDistribution.Lognormal, 6_000, 4.9838, 6.0)]
    public void Times_have_the_mean_the_median_and_the_quantile_of_their_distribution(
        ServiceDistribution distribution,
        int p99Microseconds,
        double median,
        double p99
    )
    {
        var times = new ServiceTimes(distribution, 5_000, p99Microseconds);
        var random = new SplitMix64(2026);
        double[] drawn =
        [
            .. Enumerable.Range(0, Draws).Select(_ => times.Next(ref random).TotalMilliseconds).Order(),
        ];

        Assert.Equal(5, drawn.Average(), 5 * 0.01);
        Assert.Equal(median, drawn[Draws / 2], median * 0.015);
        Assert.Equal(p99, drawn[Draws * 99 / 100], p99 * 0.03);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(4_000)]
    [InlineData(74_600)]
    public void A_lognormal_time_that_cannot_be_is_refused(int p99Microseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ServiceTimes(ServiceDistribution.Lognormal, 5_000, p99Microseconds)
        );
}
