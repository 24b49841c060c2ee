using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;
using Proto.Timers;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each stream, to which the scheduler sends that it should tick. Other work is done by actors that send themselves to go
/// on after each piece; a mailbox gives its thread back after every message, since messages here are long.
/// </summary>
public class Predictable : Workloads.Predictable
{
    private readonly OneMessageDispatcher _dispatcher = new();
    private readonly List<CancellationTokenSource> _timers = [];
    private ActorSystem _system = null!;
    private Scheduler _scheduler = null!;
    private Dictionary<TickStream, PID> _keepers = [];
    private PID[] _workers = [];

    protected override void Prepare()
    {
        _system = ActorHost.Start();
        _scheduler = new(_system.Root);
    }

    protected override void Open()
    {
        _keepers = Streams.ToDictionary(stream => stream, stream => Spawn(() => new Keeper(this, stream)));
        _workers = [.. Others.Select(other => Spawn(() => new Worker(this, other)))];
        Array.ForEach(_workers, worker => _system.Root.Send(worker, Go.On));
    }

    protected override void Start(TickStream stream) =>
        _timers.Add(_scheduler.SendRepeatedly(stream.Period, _keepers[stream], Go.On));

    protected override void Close()
    {
        _timers.ForEach(timer => timer.Cancel());
        _system.Stop(_workers.Concat(_keepers.Values));
    }

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private PID Spawn(Producer producer) =>
        _system.Root.Spawn(Props.FromProducer(producer).WithDispatcher(_dispatcher));

    private sealed class Go
    {
        public static readonly Go On = new();
    }

    private sealed class Keeper(Predictable lane, TickStream stream) : IActor
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

    private sealed class Worker(Predictable lane, OtherWork other) : IActor
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
