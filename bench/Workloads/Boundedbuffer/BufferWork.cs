using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>The work on an item: integers in a chain, so that no step can be left out or done beside another.</summary>
public static class BufferWork
{
    private const int StepsPerCost = 100;

    /// <summary>What a value has become after so much work; at least one step.</summary>
    public static ulong Do(ulong value, int cost)
    {
        var steps = Math.Max(1, cost * StepsPerCost);
        for (var step = 0; step < steps; step++)
        {
            value = SplitMix64.Mix(value);
        }

        return value;
    }

    /// <summary>What a producer's first item is made from.</summary>
    internal static ulong First(ulong seed, int producer) => SplitMix64.For(seed, producer).Next();

    /// <summary>The oracle: the sum, mod 2⁶⁴, of all that consumers make of the items of one game.</summary>
    internal static ulong Sum(ulong seed, BoundedbufferParameters parameters)
    {
        var sum = 0UL;
        for (var producer = 0; producer < parameters.Producers; producer++)
        {
            var value = First(seed, producer);
            for (var item = 0; item < parameters.ItemsPerProducer; item++)
            {
                value = Do(value, parameters.ProducerCost);
                sum += Do(value, parameters.ConsumerCost);
            }
        }

        return sum;
    }
}
