using Bench.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Load;

public sealed class OpenLoopTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_333)]
    [InlineData(10_000)]
    public void A_constant_rate_offers_exactly_its_count_in_every_second(int rate)
    {
        var arrivals = new OpenLoop(0, Profile.Constant(rate), ArrivalProcess.Constant, seed: 1);

        var perSecond = Until(arrivals, 60 * s_second).CountBy(at => at / 1_000_000_000).ToDictionary();

        Assert.Equal(rate - 1, perSecond[0]);
        Assert.All(Enumerable.Range(1, 59), second => Assert.Equal(rate, perSecond[second]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Poisson_gaps_have_the_mean_and_variance_of_an_exponential(ulong seed)
    {
        var arrivals = new OpenLoop(0, Profile.Constant(1_000), ArrivalProcess.Poisson, seed);
        var gaps = Gaps(Until(arrivals, 1_000 * s_second)).Select(gap => gap / 1e6).ToList();

        var mean = gaps.Average();
        var variance = gaps.Average(gap => (gap - mean) * (gap - mean));

        Assert.Equal(1, mean, 0.005);
        Assert.Equal(1, variance, 0.01);
        Assert.Equal(Math.Exp(-1), gaps.Count(gap => gap > 1) / (double)gaps.Count, 0.002);
    }

    [Fact]
    public void Poisson_arrivals_start_alike_on_average_over_consecutive_seeds()
    {
        // `new Random(seed)` of neighbouring seeds gives first draws that are not independent.
        var first = Enumerable
            .Range(0, 100_000)
            .Average(seed =>
                new OpenLoop(0, Profile.Constant(1), ArrivalProcess.Poisson, (ulong)seed).NextAt / 1e9
            );

        Assert.Equal(1, first, 0.01);
    }

    [Theory]
    [InlineData(0, 10_000)]
    [InlineData(10_000, 0)]
    [InlineData(100, 900)]
    public void A_ramp_offers_the_area_under_its_line(double from, double to)
    {
        var ramp = Profile.Ramp(from, to, TimeSpan.Zero, 10 * s_second);
        var arrivals = new OpenLoop(0, ramp, ArrivalProcess.Constant, seed: 1);

        var times = Until(arrivals, 10 * s_second).ToList();

        Assert.Equal((from + to) / 2 * 10, times.Count, 1.0);
        Assert.Equal(((3 * from) + to) / 4 * 5, times.Count(at => at < 5_000_000_000), 1.0);
    }

    [Fact]
    public void A_step_takes_effect_at_once_even_from_a_very_low_rate()
    {
        var step = Profile.Step(0.01, 1_000, s_second);
        var arrivals = new OpenLoop(0, step, ArrivalProcess.Constant, seed: 1);

        Assert.Equal(1_000, Until(arrivals, 2 * s_second).Count(), 1.0);
    }

    [Fact]
    public void A_spike_offers_its_rate_between_its_two_moments_only()
    {
        var spike = Profile.Spike(100, 1_000, s_second, 2 * s_second);
        var arrivals = new OpenLoop(0, spike, ArrivalProcess.Poisson, seed: 7);

        var perSecond = Until(arrivals, 3 * s_second).CountBy(at => at / 1_000_000_000).ToDictionary();

        Assert.Equal(100, perSecond[0], 30.0);
        Assert.Equal(1_000, perSecond[1], 95.0);
        Assert.Equal(100, perSecond[2], 30.0);
    }

    [Fact]
    public void Nobody_ever_comes_at_a_rate_of_zero() =>
        Assert.Equal(
            long.MaxValue,
            new OpenLoop(5, Profile.Constant(0), ArrivalProcess.Poisson, seed: 1).NextAt
        );

    [Fact]
    public void Equal_seeds_give_equal_arrivals()
    {
        var one = new OpenLoop(0, Profile.Constant(10), ArrivalProcess.Poisson, seed: 42);
        var other = new OpenLoop(0, Profile.Constant(10), ArrivalProcess.Poisson, seed: 42);

        Assert.Equal(Until(one, 10 * s_second), Until(other, 10 * s_second));
    }

    private static IEnumerable<long> Until(OpenLoop arrivals, TimeSpan end)
    {
        while (arrivals.NextAt < end.TotalNanoseconds)
        {
            yield return arrivals.NextAt;
            arrivals.Take();
        }
    }

    private static IEnumerable<long> Gaps(IEnumerable<long> times)
    {
        var last = 0L;
        foreach (var at in times)
        {
            yield return at - last;
            last = at;
        }
    }
}
