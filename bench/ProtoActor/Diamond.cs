using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for the source, for each branch and for the join, which keeps what a faster branch has sent until the others
/// have sent theirs. Mailboxes have no bound, so the join grants the source credit for as many items as may be under way.
/// </summary>
public class Diamond : Workloads.Diamond
{
    private readonly ManualResetEventSlim _offered = new();
    private ActorSystem _system = null!;
    private PID _source = null!;
    private PID[] _branches = [];
    private PID _join = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        var root = _system.Root;
        _source = root.Spawn(Props.FromProducer(() => new Offerer(this)));
        _join = root.Spawn(Props.FromProducer(() => new Joiner(this)));
        _branches =
        [
            .. Enumerable
                .Range(0, Parameters.Branches)
                .Select(branch => root.Spawn(Props.FromProducer(() => new Branch(this, branch)))),
        ];
    }

    protected override void Burst()
    {
        _offered.Reset();
        _system.Root.Send(_source, Begin.Instance);
        _offered.Wait();
        AwaitJoined();
    }

    protected override void Close() => _system.Stop([_source, .. _branches, _join]);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Offer(HandoffItem Item);

    private sealed record Credit(int Items);

    private sealed class Offerer(Diamond lane) : IActor
    {
        private int _underWay;
        private Offer? _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Credit credit:
                    _underWay -= credit.Items;
                    if (_next is not null)
                    {
                        OfferOn(context);
                    }

                    break;
                case Begin:
                    OfferOn(context);
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

        // The next item is offered before there is credit for it: the wait is part of its latency.
        private void OfferOn(IContext context)
        {
            while ((_next ??= Offered()) is { } next && (!lane.IsBounded || _underWay < lane.Room))
            {
                foreach (var branch in lane._branches)
                {
                    context.Send(branch, next);
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

    private sealed class Branch(Diamond lane, int branch) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Offer offer:
                    context.Send(lane._join, DiamondPart.Of(offer.Item, branch));
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

    private sealed class Joiner(Diamond lane) : IActor
    {
        private readonly Queue<DiamondPart>[] _waiting =
        [
            .. Enumerable.Range(0, lane.Parameters.Branches).Select(_ => new Queue<DiamondPart>()),
        ];
        private readonly DiamondPart[] _parts = new DiamondPart[lane.Parameters.Branches];

        // To grant credit for every single item would add a third to the messages.
        private readonly Credit _batch = new(Math.Max(1, lane.Room / 2));
        private int _joined;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case DiamondPart part:
                    _waiting[part.Branch].Enqueue(part);
                    if (Array.TrueForAll(_waiting, queue => queue.Count > 0))
                    {
                        Join(context);
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

        private void Join(IContext context)
        {
            for (var branch = 0; branch < _parts.Length; branch++)
            {
                _parts[branch] = _waiting[branch].Dequeue();
            }

            lane.Joint.Join(_parts);
            if (lane.IsBounded && ++_joined == _batch.Items)
            {
                _joined = 0;
                context.Send(lane._source, _batch);
            }
        }
    }
}
