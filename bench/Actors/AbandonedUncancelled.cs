using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor each for a job's source, stage and consumer, beside each other; who takes grants room to who gives. A consumer that
/// goes away tells nobody: source and stage wait for room for as long as the system lives.
/// </summary>
[Variant("uncancelled", Presets.Smoke | Presets.Standard | Presets.Full)]
public class AbandonedUncancelled : Workloads.Abandoned
{
    private ActorSystem _system = null!;

    protected override bool Cancels => false;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Start(AbandonedJob job)
    {
        var consumer = _system.ActorOf(Props.Create<Consumer>(this, job));
        var stage = _system.ActorOf(Props.Create<Stage>(this, job, consumer));
        _system.ActorOf(Props.Create<Source>(this, job, stage));
    }

    protected override void Close() => _system.Stop();

    private sealed class Room
    {
        public static readonly Room ForOne = new();
    }

    private sealed class NoMore
    {
        public static readonly NoMore Items = new();
    }

    private sealed class Consumer(AbandonedUncancelled lane, AbandonedJob job) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (job.Consume((AbandonedItem)message))
            {
                Sender.Tell(Room.ForOne);
            }
            else
            {
                Context.Stop(Self);
            }
        }
    }

    private sealed class Stage(AbandonedUncancelled lane, AbandonedJob job, IActorRef consumer) : UntypedActor
    {
        private readonly Queue<AbandonedItem> _waiting = new();
        private int _room = lane.Parameters.Capacity;
        private IActorRef _source = ActorRefs.Nobody;
        private bool _isLast;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case AbandonedItem item:
                    _source = Sender;
                    _waiting.Enqueue(item);
                    break;
                case NoMore:
                    _isLast = true;
                    break;
                default:
                    _room++;
                    break;
            }

            while (_room > 0 && _waiting.TryDequeue(out var next))
            {
                _room--;
                consumer.Tell(job.Treat(next));
                _source.Tell(Room.ForOne);
            }

            if (_isLast && _waiting.Count == 0)
            {
                Context.Stop(Self);
            }
        }
    }

    private sealed class Source(AbandonedUncancelled lane, AbandonedJob job, IActorRef stage) : UntypedActor
    {
        private int _room = lane.Parameters.Capacity;
        private AbandonedItem? _next;

        protected override void PreStart()
        {
            lane.Units.Started();
            Offer();
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            _room++;
            Offer();
        }

        // The next item is there before there is room for it, as with a source that blocks.
        private void Offer()
        {
            while ((_next ??= Produced()) is { } item && _room > 0)
            {
                _room--;
                stage.Tell(item);
                _next = null;
            }

            if (_next is null)
            {
                stage.Tell(NoMore.Items);
                Context.Stop(Self);
            }
        }

        private AbandonedItem? Produced() => job.TryProduce(out var item) ? item : null;
    }
}
