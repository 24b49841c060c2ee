using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two async methods, with a new task completion source for every ball.</summary>
[Variant("tasks-completion-source", Presets.None)]
[Form(
    "tasks",
    "TaskCompletionSource: SetResult, await",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/Latency/PingPong/PingPongAwaitLatencyTest_TaskCompletionSource.cs",
    "ping-pong"
)]
public class TasksPingpongCompletionSource : Workloads.Pingpong
{
    private TaskCompletionSource<long> _toPinger = New();
    private TaskCompletionSource<long> _toPonger = New();
    private Task _pinger = Task.CompletedTask;
    private Task _ponger = Task.CompletedTask;

    protected override void Open()
    {
        (_toPinger, _toPonger) = (New(), New());
        _ponger = PongAsync();
        _pinger = PingAsync();
    }

    protected override void Play()
    {
        _toPonger.SetResult(Pingers[0].First);
        _pinger.Wait();
    }

    protected override void Close() => _ponger.Wait();

    private async Task PingAsync()
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            var ball = await _toPinger.Task.ConfigureAwait(false);
            _toPinger = New();
            playOn = Pingers[0].TryPlayOn(ball, out var next);
            _toPonger.SetResult(next);
        } while (playOn);
    }

    private async Task PongAsync()
    {
        using var unit = Units.Enter();
        while (Pongers[0].TryReturn(await _toPonger.Task.ConfigureAwait(false), out var reply))
        {
            _toPonger = New();
            _toPinger.SetResult(reply);
        }
    }

    private static TaskCompletionSource<long> New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
