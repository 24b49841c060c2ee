using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>Draws keys 0 … keys − 1, by integers alone so that every platform draws the same.</summary>
public sealed class KeyPicker
{
    private const ulong FirstWeight = 1 << 24;
    private readonly ulong[] _upTo;

    /// <param name="keys">Number of keys; key 0 has the first rank.</param>
    /// <param name="choice">How often each is drawn.</param>
    public KeyPicker(int keys, KeyChoice choice)
    {
        _upTo = new ulong[keys];
        var total = 0UL;
        for (var key = 0; key < keys; key++)
        {
            total += choice == KeyChoice.Skewed ? FirstWeight / (ulong)(key + 1) : FirstWeight;
            _upTo[key] = total;
        }
    }

    /// <summary>The next key of a stream.</summary>
    public int Next(ref SplitMix64 random)
    {
        var point = Math.BigMul(random.Next(), _upTo[^1], out _);
        var found = Array.BinarySearch(_upTo, point);

        // A weight ends where the next key's begins.
        return found < 0 ? ~found : found + 1;
    }
}
