using System.Collections.Concurrent;
using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two threads with a bounded blocking collection each way.</summary>
[Variant("threads-blocking-collection", Presets.None)]
[Form(
    "threads",
    "BlockingCollection(1,024): Add, Take",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/Latency/PingPong/PingPongBlockingCollectionLatencyTest.cs",
    "ping-pong"
)]
public class ThreadsPingpongBlockingCollection : Workloads.Pingpong
{
    private const int BufferSize = 1_024;
    private readonly BlockingCollection<long> _toPinger = new(BufferSize);
    private readonly BlockingCollection<long> _toPonger = new(BufferSize);
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
        _toPonger.Add(Pingers[0].First);
        _pinger.Join();
    }

    protected override void Close() => _ponger.Join();

    private void Ping()
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            playOn = Pingers[0].TryPlayOn(_toPinger.Take(), out var next);
            _toPonger.Add(next);
        } while (playOn);
    }

    private void Pong()
    {
        using var unit = Units.Enter();
        while (Pongers[0].TryReturn(_toPonger.Take(), out var reply))
        {
            _toPinger.Add(reply);
        }
    }
}
