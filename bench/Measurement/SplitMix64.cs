namespace Bench.Measurement;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the suite's only source of randomness. Equal seeds give equal
/// streams on every platform, and every 64-bit seed is a good one.
/// </summary>
public record struct SplitMix64
{
    private ulong _state;

    public SplitMix64(ulong seed) => _state = seed;

    /// <summary>A stream of its own for item <paramref name="index"/> of a seeded series.</summary>
    public static SplitMix64 For(ulong seed, long index) => new(Mix(seed ^ Mix((ulong)index)));

    /// <summary>The finaliser: a bijection that spreads every bit.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public ulong Next()
    {
        var value = Mix(_state);
        _state += 0x9E3779B97F4A7C15;
        return value;
    }

    /// <summary>Uniform in 0 … <paramref name="bound"/> − 1 (bias below 2⁻³² for bounds below 2³²).</summary>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Exponential with the given mean, in the mean's unit.</summary>
    public double NextExponential(double mean) => -mean * Math.Log(1 - NextDouble());

    /// <summary>Puts the items in a random order (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
