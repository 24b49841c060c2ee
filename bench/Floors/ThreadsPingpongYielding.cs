using System.Collections.Concurrent;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two threads with a queue each way that they look into over and over, yielding in between.</summary>
[Variant("threads-yielding", Presets.None)]
[Form(
    "threads",
    "ConcurrentQueue: TryDequeue, Thread.Yield",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/Latency/PingPong/PingPongQueueLatencyTest.cs",
    "ping-pong",
    Aside = "busy waiting: each waiter keeps a processor"
)]
public class ThreadsPingpongYielding : Workloads.Pingpong
{
    private readonly ConcurrentQueue<long> _toPinger = new();
    private readonly ConcurrentQueue<long> _toPonger = new();
    private Thread _pinger = null!;
    private Thread _ponger = null!;

    protected override void Open()
    {
        _ponger = new(Pong);
        _pinger = new(Ping);
        _ponger.Start();
        _pinger.Start();
    }

    protected override void Play()
    {
        _toPonger.Enqueue(Pingers[0].First);
        _pinger.Join();
    }

    protected override void Close() => _ponger.Join();

    private void Ping()
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            playOn = Pingers[0].TryPlayOn(Dequeue(_toPinger), out var next);
            _toPonger.Enqueue(next);
        } while (playOn);
    }

    private void Pong()
    {
        using var unit = Units.Enter();
        while (Pongers[0].TryReturn(Dequeue(_toPonger), out var reply))
        {
            _toPinger.Enqueue(reply);
        }
    }

    private static long Dequeue(ConcurrentQueue<long> queue)
    {
        long ball;
        while (!queue.TryDequeue(out ball))
        {
            Thread.Yield();
        }

        return ball;
    }
}
