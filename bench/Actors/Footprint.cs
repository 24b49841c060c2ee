using Akka.Actor;
using Bench.Measurement.Hosting;

namespace Bench.Actors;

/// <summary>An actor per unit, idle until its mailbox gets a message; all are children of one parent.</summary>
public class Footprint : Workloads.Footprint
{
    private ActorSystem _system = null!;
    private IActorRef _parent = null!;
    private IActorRef[] _units = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _units = new IActorRef[UnitCount];
        _parent = _system.ActorOf(Props.Create(() => new Parent(this)));
    }

    protected override void Create(int unit) => _parent.Tell(unit);

    protected override void Wake(int unit) => _units[unit].Tell(Signal.Instance);

    protected override void Stop() => _parent.GracefulStop(Limit).Wait();

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Signal
    {
        public static readonly Signal Instance = new();
    }

    private sealed class Parent(Footprint lane) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var unit = (int)message;
            lane._units[unit] = Context.ActorOf(Props.Create<ParkedUnit>(lane, unit));

            // Only now may the unit say that it waits: whoever wakes it looks its reference up.
            lane._units[unit].Tell(message);
        }
    }

    private sealed class ParkedUnit(Footprint lane, int unit) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Signal)
            {
                lane.Woken(unit);
            }
            else
            {
                lane.Parked(unit);
            }
        }
    }
}
