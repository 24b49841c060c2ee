using System.Threading.Tasks.Sources;

namespace Bench.Tasks;

/// <summary>One value that one task leaves for another, which awaits it; used over and over without allocating.</summary>
internal sealed class Slot<T> : IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _source = new() { RunContinuationsAsynchronously = true };

    /// <summary>Leaves a value; the one before has been taken.</summary>
    public void Put(T value) => _source.SetResult(value);

    /// <summary>Takes the value, awaiting it; awaited once.</summary>
    public ValueTask<T> TakeAsync() => new(this, _source.Version);

    public T GetResult(short token)
    {
        var value = _source.GetResult(token);
        _source.Reset();
        return value;
    }

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _source.OnCompleted(continuation, state, token, flags);
}
