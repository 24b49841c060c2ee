using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor per creature and one for the mall, which tells both of two when they meet.</summary>
public class Chameneos : Workloads.Chameneos
{
    private ActorSystem _system = null!;
    private IActorRef _mall = ActorRefs.Nobody;
    private List<IActorRef> _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _mall = _system.ActorOf(Props.Create(() => new Owner(this)));
        _actors =
        [
            .. Creatures.Select(creature => _system.ActorOf(Props.Create(() => new Visitor(this, creature)))),
        ];
    }

    protected override void Play()
    {
        _actors.ForEach(actor => actor.Tell(Begin.Instance));
        AwaitFaded();
    }

    protected override void Close() =>
        Task.WaitAll(_actors.Append(_mall).Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Closed
    {
        public static readonly Closed Instance = new();
    }

    private sealed class Owner(Chameneos lane) : UntypedActor
    {
        private IActorRef _waiting = ActorRefs.Nobody;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (lane.Mall.Arrive((MallVisit)message, out var meeting))
            {
                case MallAnswer.Waits:
                    _waiting = Sender;
                    break;
                case MallAnswer.Meets:
                    object both = meeting;
                    _waiting.Tell(both);
                    Sender.Tell(both);
                    break;
                default:
                    Sender.Tell(Closed.Instance);
                    break;
            }
        }
    }

    private sealed class Visitor(Chameneos lane, Creature creature) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Closed)
            {
                creature.Fade();
                return;
            }

            if (message is MallMeeting meeting)
            {
                creature.Meet(meeting);
            }

            lane._mall.Tell(creature.Visit);
        }
    }
}
