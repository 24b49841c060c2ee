namespace Bench.Workloads;

/// <summary>The oracle: how often one caller's script has counted keys up after any number of its operations.</summary>
public sealed class MapTally
{
    private readonly int[][] _places;
    private readonly int _length;

    /// <param name="script">The script, which starts again when it is through.</param>
    /// <param name="keys">Number of keys.</param>
    public MapTally(IReadOnlyList<MapOperation> script, int keys)
    {
        ArgumentNullException.ThrowIfNull(script);
        _length = script.Count;
        var places = Enumerable
            .Range(0, _length)
            .Where(place => !script[place].IsRead)
            .ToLookup(place => script[place].Key);
        _places = [.. Enumerable.Range(0, keys).Select(key => places[key].ToArray())];
    }

    /// <summary>Times that the first <paramref name="done"/> operations count up the keys that an operation touches.</summary>
    public long CountsOf(MapOperation operation, long done)
    {
        var (rounds, rest) = Math.DivRem(done, _length);
        var counts = 0L;
        foreach (var places in _places.AsSpan(operation.Key, Math.Max(1, operation.KeysToRead)))
        {
            var found = Array.BinarySearch(places, (int)rest);
            counts += (rounds * places.Length) + (found < 0 ? ~found : found);
        }

        return counts;
    }
}
