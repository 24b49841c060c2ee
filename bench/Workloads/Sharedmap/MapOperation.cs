namespace Bench.Workloads;

/// <summary>One access to the shared map: count a key up by one, or read the sum of neighbouring keys.</summary>
/// <param name="Key">The key to count, or the first key to read.</param>
/// <param name="KeysToRead">Number of keys to read; 0 to count <paramref name="Key"/> up.</param>
public readonly record struct MapOperation(int Key, int KeysToRead)
{
    public bool IsRead => KeysToRead > 0;

    /// <summary>
    /// Reads: the sum of the keys' counts; a key not counted yet has 0. Each count must be read whole; not all of them
    /// need be of one moment.
    /// </summary>
    public long Sum(IReadOnlyDictionary<int, long> counts)
    {
        var sum = 0L;
        for (var key = Key; key < Key + KeysToRead; key++)
        {
            sum += counts.TryGetValue(key, out var count) ? count : 0;
        }

        return sum;
    }
}
