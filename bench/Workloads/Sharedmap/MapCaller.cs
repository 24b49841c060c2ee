using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// One caller of the shared map, who does one operation after the other and looks closely at what comes back. One
/// unit at a time uses it.
/// </summary>
public sealed class MapCaller
{
    private readonly MapOperation[] _script;
    private readonly BackToBack _timer;
    private readonly long[] _seen;
    private readonly long[] _reached;
    private bool _goesOn = true;

    internal MapCaller(MapOperation[] script, int keys, BackToBack timer)
    {
        _script = script;
        _timer = timer;
        _seen = new long[keys];
        _reached = new long[keys];
    }

    /// <summary>Operations handed out.</summary>
    public long Asked { get; private set; }

    /// <summary>Operations whose result was taken.</summary>
    public long Done { get; private set; }

    /// <summary>Results that no order of all operations explains: a count that fell as this caller saw it.</summary>
    public long Faults { get; private set; }

    /// <summary>What the caller does.</summary>
    public IReadOnlyList<MapOperation> Script => _script;

    /// <summary>Sums of what counting a key up returned, by key.</summary>
    public IReadOnlyList<long> Reached => _reached;

    /// <summary>The next operation; false when time is over.</summary>
    public bool TryNext(out MapOperation operation)
    {
        operation = default;
        if (_goesOn)
        {
            operation = _script[Asked++ % _script.Length];
        }

        return _goesOn;
    }

    /// <summary>Takes the result of the operation handed out last: the sum read, or the count reached.</summary>
    public void Take(long result)
    {
        var operation = _script[Done++ % _script.Length];
        if (operation.IsRead)
        {
            TakeSum(operation, result);
        }
        else
        {
            TakeCount(operation.Key, result);
        }

        _goesOn = _timer.TryGoOn();
    }

    internal void Start(long now, TimeSpan duration) => _timer.Start(now, duration);

    private void TakeSum(MapOperation operation, long sum)
    {
        var least = 0L;
        foreach (var seen in _seen.AsSpan(operation.Key, operation.KeysToRead))
        {
            least += seen;
        }

        Faults += sum < least ? 1 : 0;
        if (operation.KeysToRead == 1)
        {
            _seen[operation.Key] = sum;
        }
    }

    private void TakeCount(int key, long count)
    {
        Faults += count <= _seen[key] ? 1 : 0;
        _seen[key] = count;
        _reached[key] += count;
    }
}
