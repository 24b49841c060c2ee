using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for the source, for each branch and for the join, which keeps what a faster branch has sent until the others
/// have sent theirs. Mailboxes have no bound, so the join grants the source credit for as many items as may be under way.
/// </summary>
public class Diamond : Workloads.Diamond
{
    private ActorSystem _system = null!;
    private IActorRef _source = ActorRefs.Nobody;
    private List<IActorRef> _actors = [];
    private readonly ManualResetEventSlim _offered = new();

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        var join = _system.ActorOf(Props.Create(() => new Joiner(this)));
        IActorRef[] branches =
        [
            .. Enumerable
                .Range(0, Parameters.Branches)
                .Select(branch => _system.ActorOf(Props.Create(() => new Branch(this, branch, join)))),
        ];
        _source = _system.ActorOf(Props.Create(() => new Offerer(this, branches)));
        _actors = [_source, .. branches, join];
    }

    protected override void Burst()
    {
        _offered.Reset();
        _source.Tell(Begin.Instance);
        _offered.Wait();
        AwaitJoined();
    }

    protected override void Close() => Task.WaitAll(_actors.Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Offer(HandoffItem Item);

    private sealed record Made(DiamondPart Part);

    private sealed record Credit(int Items);

    private sealed class Offerer(Diamond lane, IActorRef[] branches) : UntypedActor
    {
        private int _underWay;
        private Offer? _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Credit credit)
            {
                _underWay -= credit.Items;
                if (_next is null)
                {
                    return;
                }
            }

            // The next item is offered before there is credit for it: the wait is part of its latency.
            while ((_next ??= Offered()) is { } next && (!lane.IsBounded || _underWay < lane.Room))
            {
                foreach (var branch in branches)
                {
                    branch.Tell(next);
                }

                _next = null;
                _underWay += lane.IsBounded ? 1 : 0;
            }

            if (_next is null)
            {
                lane._offered.Set();
            }
        }

        private Offer? Offered() => lane.Source.TryOffer(out var item) ? new(item) : null;
    }

    private sealed class Branch(Diamond lane, int branch, IActorRef join) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        // Forward keeps the source as the sender, which is whom the join grants credit.
        protected override void OnReceive(object message) =>
            join.Forward(new Made(DiamondPart.Of(((Offer)message).Item, branch)));
    }

    private sealed class Joiner(Diamond lane) : UntypedActor
    {
        private readonly Queue<DiamondPart>[] _waiting =
        [
            .. Enumerable.Range(0, lane.Parameters.Branches).Select(_ => new Queue<DiamondPart>()),
        ];
        private readonly DiamondPart[] _parts = new DiamondPart[lane.Parameters.Branches];

        // To grant credit for every single item would add a third to the messages.
        private readonly int _batch = Math.Max(1, lane.Room / 2);
        private int _joined;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var part = ((Made)message).Part;
            _waiting[part.Branch].Enqueue(part);
            if (Array.Exists(_waiting, queue => queue.Count == 0))
            {
                return;
            }

            for (var branch = 0; branch < _parts.Length; branch++)
            {
                _parts[branch] = _waiting[branch].Dequeue();
            }

            lane.Joint.Join(_parts);
            if (lane.IsBounded && ++_joined == _batch)
            {
                _joined = 0;
                Sender.Tell(new Credit(_batch));
            }
        }
    }
}
