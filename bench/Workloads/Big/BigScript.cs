using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>Whom each unit pings, one after the other: the same for every model and in every game.</summary>
public static class BigScript
{
    /// <summary>The stream that a unit draws from.</summary>
    public static SplitMix64 Of(ulong seed, int unit) => SplitMix64.For(seed, unit);

    /// <summary>The next unit to ping: any of the others, alike.</summary>
    public static int Next(ref SplitMix64 stream, int unit, int units)
    {
        var other = stream.Next(units - 1);
        return other < unit ? other : other + 1;
    }

    /// <summary>The oracle: pings that each unit is to receive in one game.</summary>
    public static long[] Received(ulong seed, BigParameters parameters)
    {
        var received = new long[parameters.Units];
        for (var unit = 0; unit < parameters.Units; unit++)
        {
            var stream = Of(seed, unit);
            for (var ping = 0; ping < parameters.Pings; ping++)
            {
                received[Next(ref stream, unit, parameters.Units)]++;
            }
        }

        return received;
    }
}
