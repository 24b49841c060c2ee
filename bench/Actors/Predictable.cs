using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each stream, which the scheduler tells to tick. Other work is done by actors that tell themselves to go
/// on after each piece; a mailbox gives its thread back after every message, since messages here are long.
/// </summary>
public class Predictable : Workloads.Predictable
{
    private ActorSystem _system = null!;
    private Dictionary<TickStream, IActorRef> _keepers = [];

    protected override void Prepare() => _system = ActorHost.Start(ActorHost.OneMessageAtATime);

    protected override void Open()
    {
        _keepers = Streams.ToDictionary(
            stream => stream,
            stream => _system.ActorOf(Props.Create(() => new Keeper(this, stream)))
        );
        foreach (var other in Others)
        {
            _system.ActorOf(Props.Create(() => new Worker(this, other))).Tell(Go.On);
        }
    }

    protected override void Start(TickStream stream) =>
        _system.Scheduler.ScheduleTellRepeatedly(
            stream.Period,
            stream.Period,
            _keepers[stream],
            Go.On,
            ActorRefs.NoSender
        );

    // The scheduler stops with the system.
    protected override void Close() => _system.Stop();

    private sealed class Go
    {
        public static readonly Go On = new();
    }

    private sealed class Keeper(Predictable lane, TickStream stream) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (stream.TryBegin(out var tick))
            {
                stream.Run(tick);
            }
        }
    }

    private sealed class Worker(Predictable lane, OtherWork other) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (other.TryDoPiece())
            {
                Self.Tell(Go.On);
            }
        }
    }
}
