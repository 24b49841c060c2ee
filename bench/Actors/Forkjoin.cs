using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>An actor for each node; a node that forks has ten children, which tell it their subtotals and stop.</summary>
public class Forkjoin : Workloads.Forkjoin
{
    private ActorSystem _system = null!;
    private IActorRef _forest = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() => _forest = _system.ActorOf(Props.Create(() => new Forest(this)));

    protected override Subtotal Build(LeafRange root) => _forest.Ask<Subtotal>(root).Result;

    protected override void Close() => _forest.GracefulStop(Limit).Wait();

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed class Forest(Forkjoin lane) : UntypedActor
    {
        private readonly Props _node = Props.Create(() => new Node(lane));
        private IActorRef _asker = Nobody.Instance;

        protected override void OnReceive(object message)
        {
            if (message is LeafRange)
            {
                _asker = Sender;
                Context.ActorOf(_node).Tell(message);
            }
            else
            {
                _asker.Tell(message);
            }
        }
    }

    private sealed class Node(Forkjoin lane) : UntypedActor
    {
        private Subtotal _sum = Subtotal.OfForkingUnit;
        private int _missing = LeafRange.Parts;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case LeafRange { IsLowest: true } range:
                    Deliver(range.Sum());
                    break;
                case LeafRange range:
                    for (var part = 0; part < LeafRange.Parts; part++)
                    {
                        Context.ActorOf(Context.Props).Tell(range.Part(part));
                    }

                    break;
                case Subtotal subtotal:
                    _sum += subtotal;
                    if (--_missing == 0)
                    {
                        Deliver(_sum);
                    }

                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }

        private void Deliver(Subtotal sum)
        {
            Context.Parent.Tell(sum);
            Context.Stop(Self);
        }
    }
}
