using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each stream, sent its ticks by one thread that sleeps until the next tick of any stream is due: for periods
/// over which the scheduler's delays would add up. Other work as in the default.
/// </summary>
[Variant("ticker", Presets.Smoke | Presets.Standard | Presets.Full)]
public class PredictableTicker : Workloads.Predictable
{
    private readonly OneMessageDispatcher _dispatcher = new();
    private ActorSystem _system = null!;
    private PID[] _keepers = [];
    private PID[] _workers = [];
    private Thread _ticker = null!;

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open()
    {
        _keepers = [.. Streams.Select(stream => Spawn(() => new Keeper(this, stream)))];
        _workers = [.. Others.Select(other => Spawn(() => new Worker(this, other)))];
        Array.ForEach(_workers, worker => _system.Root.Send(worker, Go.On));
        _ticker = new(SendAll);
        _ticker.Start();
    }

    // The ticker goes by the time of each tick.
    protected override void Start(TickStream stream) { }

    protected override void Close()
    {
        _ticker.Join();
        _system.Stop(_workers.Concat(_keepers));
    }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private PID Spawn(Producer producer) =>
        _system.Root.Spawn(Props.FromProducer(producer).WithDispatcher(_dispatcher));

    private void SendAll()
    {
        using var unit = Units.Enter();
        for (var tick = 0; Streams[0].DueAt(tick) is not null; tick++)
        {
            for (var number = 0; number < Streams.Count; number++)
            {
                SystemClock.Instance.WaitUntil(Streams[number].DueAt(tick)!.Value);
                _system.Root.Send(_keepers[number], Go.On);
            }
        }
    }

    private sealed class Go
    {
        public static readonly Go On = new();
    }

    private sealed class Keeper(PredictableTicker lane, TickStream stream) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Go:
                    if (stream.TryBegin(out var tick))
                    {
                        stream.Run(tick);
                    }

                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }

    private sealed class Worker(PredictableTicker lane, OtherWork other) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Go:
                    if (other.TryDoPiece())
                    {
                        context.Send(context.Self, Go.On);
                    }

                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
