using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor each for a job's source, stage and consumer; who takes grants room to who gives. Source and stage are the consumer's
/// children, so a consumer that goes away stops them.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    private ActorSystem _system = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Start(AbandonedJob job) => _system.ActorOf(Props.Create<Consumer>(this, job));

    protected override void Close() => _system.Stop();

    private sealed class Room
    {
        public static readonly Room ForOne = new();
    }

    private sealed class NoMore
    {
        public static readonly NoMore Items = new();
    }

    private sealed class Consumer(Abandoned lane, AbandonedJob job) : UntypedActor
    {
        protected override void PreStart()
        {
            lane.Units.Started();
            var stage = Context.ActorOf(Props.Create<Stage>(lane, job, Self));
            Context.ActorOf(Props.Create<Source>(lane, job, stage));
        }

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

    private sealed class Stage(Abandoned lane, AbandonedJob job, IActorRef consumer) : UntypedActor
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

    private sealed class Source(Abandoned lane, AbandonedJob job, IActorRef stage) : UntypedActor
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
