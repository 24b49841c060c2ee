using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// One caller of the shared map, who does one operation after the other and looks closely at what comes back. One
/// unit at a time uses it.
/// </summary>
public sealed class MapCaller
{
    // Prime, so that every place of a script has its turn; rare, since a look reads what all other callers write.
    private const int LookAtOneIn = 1_021;
    private readonly MapOperation[] _script;
    private readonly BackToBack _timer;
    private readonly IReadOnlyList<MapCaller> _everybody;
    private readonly List<MapLook> _looks = [];
    private readonly long[] _seen;
    private readonly long[] _reached;
    private long _asked;
    private long _done;
    private long[]? _doneBefore;
    private int _untilLook = 1;
    private bool _goesOn = true;

    internal MapCaller(MapOperation[] script, int keys, BackToBack timer, IReadOnlyList<MapCaller> everybody)
    {
        _script = script;
        _timer = timer;
        _everybody = everybody;
        _seen = new long[keys];
        _reached = new long[keys];
    }

    /// <summary>Operations handed out.</summary>
    public long Asked => Volatile.Read(ref _asked);

    /// <summary>Operations whose result was taken.</summary>
    public long Done => Volatile.Read(ref _done);

    /// <summary>Results that no order of all operations explains: a count that fell as this caller saw it.</summary>
    public long Faults { get; private set; }

    /// <summary>What the caller does.</summary>
    public IReadOnlyList<MapOperation> Script => _script;

    /// <summary>Sums of what counting a key up returned, by key.</summary>
    public IReadOnlyList<long> Reached => _reached;

    /// <summary>One operation in a thousand, with what all callers had done before and after it.</summary>
    internal IReadOnlyList<MapLook> Looks => _looks;

    /// <summary>The next operation; false when time is over.</summary>
    public bool TryNext(out MapOperation operation)
    {
        operation = default;
        if (_goesOn)
        {
            operation = _script[_asked % _script.Length];
            Volatile.Write(ref _asked, _asked + 1);
            if (--_untilLook == 0)
            {
                _untilLook = LookAtOneIn;
                _doneBefore = [.. _everybody.Select(caller => caller.Done)];
            }
        }

        return _goesOn;
    }

    /// <summary>Takes the result of the operation handed out last: the sum read, or the count reached.</summary>
    public void Take(long result)
    {
        var operation = _script[_done % _script.Length];
        Volatile.Write(ref _done, _done + 1);
        if (_doneBefore is not null)
        {
            Look(operation, result);
        }

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

    private void Look(MapOperation operation, long result)
    {
        // What others had asked for is to be read after the result, on every processor.
        Interlocked.MemoryBarrier();
        _looks.Add(new(operation, result, _doneBefore!, [.. _everybody.Select(caller => caller.Asked)]));
        _doneBefore = null;
    }

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
