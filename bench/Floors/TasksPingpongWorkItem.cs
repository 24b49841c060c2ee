using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>Two work items that queue each other to the pool's local queue: nothing awaits, each trip is two callbacks.</summary>
[Variant("tasks-work-item", Presets.None)]
[Form(
    "tasks",
    "ThreadPool.UnsafeQueueUserWorkItem, local",
    "https://github.com/disruptor-net/Disruptor-net/blob/master/src/Disruptor.PerfTests/Latency/PingPong/PingPongAwaitLatencyTest_QueueUserWorkItem.cs",
    "ping-pong",
    Aside = "callbacks: no unit waits, and no async method can be written so"
)]
public class TasksPingpongWorkItem : Workloads.Pingpong
{
    private readonly ManualResetEventSlim _over = new();
    private Ping _ping = null!;

    protected override void Open()
    {
        _over.Reset();
        _ping = new(this);
        Units.Started();
        Units.Started();
    }

    protected override void Play()
    {
        _ping.Start(Pingers[0].First);
        _over.Wait();
    }

    protected override void Close()
    {
        Units.Ended();
        Units.Ended();
    }

    private sealed class Ping : IThreadPoolWorkItem
    {
        private readonly TasksPingpongWorkItem _lane;
        private readonly Workloads.Pinger _pinger;
        private readonly Pong _pong;

        public Ping(TasksPingpongWorkItem lane)
        {
            (_lane, _pinger) = (lane, lane.Pingers[0]);
            _pong = new(lane.Pongers[0], this);
        }

        public long Ball { get; set; }

        public void Start(long ball)
        {
            Ball = ball;
            ThreadPool.UnsafeQueueUserWorkItem(_pong, preferLocal: true);
        }

        public void End() => _lane._over.Set();

        public void Execute()
        {
            _pinger.TryPlayOn(Ball, out var next);
            Start(next);
        }
    }

    private sealed class Pong(Workloads.Ponger ponger, Ping ping) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            if (ponger.TryReturn(ping.Ball, out var reply))
            {
                ping.Ball = reply;
                ThreadPool.UnsafeQueueUserWorkItem(ping, preferLocal: true);
            }
            else
            {
                ping.End();
            }
        }
    }
}
