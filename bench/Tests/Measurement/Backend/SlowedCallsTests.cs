using Bench.Measurement.Backend;
using Bench.Measurement.Load;
using Bench.Results;
using Bench.Tests.Measurement.Load;
using Xunit;

namespace Bench.Tests.Measurement.Backend;

public sealed class SlowedCallsTests
{
    private const long Service = 44 * VirtualLoad.Millisecond;

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.02, 50)]
    [InlineData(1 / 3.0, 3)]
    public void Of_every_so_many_calls_exactly_one_is_slowed(double share, int oneIn)
    {
        var slowed = new SlowedCalls(new Slowdown(1.5, share), seed: 7);

        var blocks = Enumerable.Range(0, 1_000 * oneIn).Select(call => slowed.IsSlowed(call)).Chunk(oneIn);

        Assert.All(blocks, block => Assert.Single(block, isSlowed => isSlowed));
    }

    [Fact]
    public void Which_one_is_drawn_by_the_seed()
    {
        Assert.Equal(Chosen(seed: 7), Chosen(seed: 7));
        Assert.NotEqual(Chosen(seed: 7), Chosen(seed: 8));
        Assert.InRange(Chosen(seed: 7).Select(call => call % 50).Distinct().Count(), 40, 50);
    }

    [Fact]
    public void A_slowed_call_takes_its_time_times_the_factor_and_the_others_their_own()
    {
        var slowed = new SlowedCalls(new Slowdown(1.5, 0.02), seed: 7);

        var times = Enumerable.Range(0, 500).Select(_ => slowed.ServiceOfNext(Service)).ToList();

        Assert.Equal(10, times.Count(time => time == Service * 3 / 2));
        Assert.Equal(490, times.Count(time => time == Service));
        Assert.Equal(500, slowed.Calls);
    }

    /// <summary>What the figures of a closed loop show of it, without any noise.</summary>
    [Theory]
    [InlineData(1.05, 1.0, 46.2, 46.2, 46.2)]
    [InlineData(1.20, 1.0, 52.8, 52.8, 52.8)]
    [InlineData(1.50, 0.02, 44.0, 44.0, 66.0)]
    public void Only_the_quantiles_beyond_the_share_are_touched(
        double factor,
        double share,
        double p50,
        double p95,
        double p99
    )
    {
        var load = new VirtualLoad { End = TimeSpan.FromSeconds(20) };
        var slowed = new SlowedCalls(new Slowdown(factor, share), seed: 7);
        var users = new ClosedLoop(0, Profile.Constant(500), TimeSpan.FromSeconds(1), seed: 7);

        load.Run(
            users,
            call =>
            {
                load.Clock.Schedule(
                    load.Clock.Now + slowed.ServiceOfNext(Service),
                    () => call.Complete(true)
                );
                return true;
            }
        );

        Assert.Equal(p50, Milliseconds(50), 0.002 * p50);
        Assert.Equal(p95, Milliseconds(95), 0.002 * p95);
        Assert.Equal(p99, Milliseconds(99), 0.002 * p99);

        double Milliseconds(double percentile) => load.Latencies.GetValueAtPercentile(percentile) / 1e6;
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    public void A_share_that_is_not_one_in_a_whole_number_is_refused(double share) =>
        Assert.Throws<ArgumentException>(() => new SlowedCalls(new Slowdown(2, share), seed: 1));

    private static List<long> Chosen(ulong seed)
    {
        var slowed = new SlowedCalls(new Slowdown(1.5, 0.02), seed);
        return [.. Enumerable.Range(0, 25_000).Select(call => (long)call).Where(slowed.IsSlowed)];
    }
}
