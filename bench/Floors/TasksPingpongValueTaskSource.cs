using System.Threading.Tasks.Sources;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two async methods that complete each other's value task source and reset their own.</summary>
[Variant("tasks-value-task-source", Presets.None)]
[Form(
    "tasks",
    "ManualResetValueTaskSourceCore: SetResult, await",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/Latency/PingPong/PingPongAwaitLatencyTest_ManualResetValueTaskSourceCore.cs",
    "ping-pong"
)]
public class TasksPingpongValueTaskSource : Workloads.Pingpong
{
    private readonly Signal _toPinger = new();
    private readonly Signal _toPonger = new();
    private Task _pinger = Task.CompletedTask;
    private Task _ponger = Task.CompletedTask;
    private long _ball;

    protected override void Open()
    {
        _ponger = PongAsync();
        _pinger = PingAsync();
    }

    protected override void Play()
    {
        _ball = Pingers[0].First;
        _toPonger.Notify();
        _pinger.Wait();
    }

    protected override void Close() => _ponger.Wait();

    private async Task PingAsync()
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            await _toPinger.GetTask().ConfigureAwait(false);
            _toPinger.Reset();
            playOn = Pingers[0].TryPlayOn(_ball, out _ball);
            _toPonger.Notify();
        } while (playOn);
    }

    private async Task PongAsync()
    {
        using var unit = Units.Enter();
        await _toPonger.GetTask().ConfigureAwait(false);
        while (Pongers[0].TryReturn(_ball, out _ball))
        {
            _toPonger.Reset();
            _toPinger.Notify();
            await _toPonger.GetTask().ConfigureAwait(false);
        }

        _toPonger.Reset();
    }

    private sealed class Signal : IValueTaskSource<bool>
    {
        private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

        public ValueTask<bool> GetTask() => new(this, _core.Version);

        public void Notify() => _core.SetResult(true);

        public void Reset() => _core.Reset();

        public bool GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(
            Action<object?> continuation,
            object? state,
            short token,
            ValueTaskSourceOnCompletedFlags flags
        ) => _core.OnCompleted(continuation, state, token, flags);
    }
}
