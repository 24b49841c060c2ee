using Bench.Measurement;
using CsCheck;
using Xunit;

namespace Bench.Tests.Measurement;

public sealed class SplitMix64Tests
{
    [Fact]
    public void It_gives_the_reference_implementations_numbers()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [
                6457827717110365317,
                3203168211198807973,
                9817491932198370423,
                4593380528125082431,
                16408922859458223821,
            ],
            Enumerable.Range(0, 5).Select(_ => random.Next())
        );
    }

    [Fact]
    public void Bounded_numbers_are_within_their_bound_and_reach_all_of_it() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 50])
            .Sample(
                (seed, bound) =>
                {
                    var random = new SplitMix64(seed);
                    var seen = Enumerable.Range(0, bound * 30).Select(_ => random.Next(bound)).ToHashSet();
                    return seen.Min() == 0 && seen.Max() == bound - 1 && seen.Count == bound;
                },
                seed: "0000000000001"
            );

    [Fact]
    public void Bounded_numbers_are_uniform()
    {
        var random = new SplitMix64(1);
        var counts = Enumerable.Range(0, 100_000).CountBy(_ => random.Next(10)).ToDictionary();

        Assert.All(counts.Values, count => Assert.Equal(10_000, count, 400.0));
    }

    [Fact]
    public void Fractions_are_uniform_in_0_to_1()
    {
        var random = new SplitMix64(1);
        var values = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToList();

        Assert.All(values, value => Assert.InRange(value, 0, 1 - 1e-17));
        Assert.Equal(0.5, values.Average(), 0.005);
        Assert.Equal(1 / 12.0, values.Average(value => (value - 0.5) * (value - 0.5)), 0.001);
    }

    [Fact]
    public void A_shuffle_keeps_every_item() =>
        Gen.Select(Gen.ULong, Gen.Int.Array)
            .Sample(
                (seed, items) =>
                {
                    var shuffled = items.ToArray();
                    new SplitMix64(seed).Shuffle<int>(shuffled);
                    return shuffled.Order().SequenceEqual(items.Order());
                }
            );

    [Fact]
    public void A_shuffle_gives_every_order_alike()
    {
        var random = new SplitMix64(1);
        var orders = Enumerable
            .Range(0, 60_000)
            .CountBy(_ =>
            {
                var items = new[] { 'a', 'b', 'c' };
                random.Shuffle<char>(items);
                return new string(items);
            })
            .ToDictionary();

        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, count => Assert.Equal(10_000, count, 500.0));
    }

    [Fact]
    public void Streams_of_neighbouring_items_are_unlike()
    {
        var first = Enumerable
            .Range(0, 100_000)
            .Select(index => SplitMix64.For(7, index).NextDouble())
            .ToList();
        var covariance = first.Zip(first.Skip(1)).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5));

        Assert.Equal(0.5, first.Average(), 0.005);
        Assert.Equal(0, covariance, 0.001);
    }
}
