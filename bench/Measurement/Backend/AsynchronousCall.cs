using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace Bench.Measurement.Backend;

/// <summary>A pooled ValueTask that the device completes; nothing is allocated per call once warm.</summary>
internal sealed class AsynchronousCall : BackendCall, IValueTaskSource
{
    private static readonly ConcurrentQueue<AsynchronousCall> s_pool = [];
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

    public ValueTask Task => new(this, _core.Version);

    public static AsynchronousCall Rent() => s_pool.TryDequeue(out var call) ? call : new AsynchronousCall();

    public override void Answer() => _core.SetResult(true);

    public void GetResult(short token)
    {
        _core.GetResult(token);
        GoOn();
        _core.Reset();
        s_pool.Enqueue(this);
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);
}
