using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// Producers tell the consumer, whose mailbox is the buffer. Several consumers share a buffer actor instead, which they ask
/// for an item when they have none. The capacity is shared out among the producers: each has so many items under way until
/// it is told that some have left the buffer.
/// </summary>
public class Handoff : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private IActorRef _buffer = ActorRefs.Nobody;
    private List<IActorRef> _producers = [];
    private List<IActorRef> _consumers = [];
    private CountdownEvent _offering = null!;

    private int Share => Parameters.Capacity / Parameters.Producers;

    protected override string? OutOfReach(HandoffParameters parameters) =>
        parameters.Capacity > 0 && parameters.Capacity < parameters.Producers
            ? "the capacity is shared out among the producers, and there is less than one for each"
            : null;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _offering = new(Parameters.Producers);
        if (Parameters.Consumers == 1)
        {
            _consumers = [];
            _buffer = _system.ActorOf(Props.Create(() => new SoleConsumer(this, Consumers[0])));
        }
        else
        {
            _buffer = _system.ActorOf(Props.Create(() => new Buffer(this)));
            _consumers =
            [
                .. Consumers.Select(consumer =>
                    _system.ActorOf(Props.Create(() => new Consumer(this, consumer)))
                ),
            ];
        }

        _producers =
        [
            .. Producers.Select(producer =>
                _system.ActorOf(Props.Create(() => new Producer(this, producer)))
            ),
        ];
    }

    protected override void Burst()
    {
        _offering.Reset();
        _producers.ForEach(producer => producer.Tell(Begin.Instance));
        _offering.Wait();
        AwaitTaken();
    }

    protected override void Close() =>
        Task.WaitAll(
            _producers.Concat(_consumers).Append(_buffer).Select(actor => actor.GracefulStop(Limit))
        );

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Offer(HandoffItem Item);

    private sealed record Left(int Items);

    private sealed record Ready
    {
        public static readonly Ready Instance = new();
    }

    private sealed class Producer(Handoff lane, HandoffProducer producer) : UntypedActor
    {
        private int _underWay;
        private Offer? _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Left left)
            {
                _underWay -= left.Items;
                if (_next is null)
                {
                    return;
                }
            }

            // The next item is offered before there is room for it: the wait is part of its latency.
            while ((_next ??= Offered()) is { } next && (!lane.IsBounded || _underWay < lane.Share))
            {
                lane._buffer.Tell(next);
                _next = null;
                _underWay += lane.IsBounded ? 1 : 0;
            }

            if (_next is null)
            {
                lane._offering.Signal();
            }
        }

        private Offer? Offered() => producer.TryOffer(out var item) ? new(item) : null;
    }

    private sealed class SoleConsumer(Handoff lane, HandoffConsumer consumer) : UntypedActor
    {
        // To tell a producer of every single item would double the messages.
        private readonly int _batch = Math.Max(1, lane.Share / 2);
        private readonly int[] _left = new int[lane.Parameters.Producers];

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var item = ((Offer)message).Item;
            consumer.Take(item);
            if (lane.IsBounded && ++_left[item.Producer] == _batch)
            {
                _left[item.Producer] = 0;
                Sender.Tell(new Left(_batch));
            }
        }
    }

    private sealed class Buffer(Handoff lane) : UntypedActor
    {
        private static readonly Left s_one = new(1);
        private readonly Queue<(Offer Offer, IActorRef Producer)> _offers = new();
        private readonly Queue<IActorRef> _idle = new();

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Offer offer)
            {
                _offers.Enqueue((offer, Sender));
            }
            else
            {
                _idle.Enqueue(Sender);
            }

            while (_offers.Count > 0 && _idle.TryDequeue(out var consumer))
            {
                var next = _offers.Dequeue();
                consumer.Tell(next.Offer);
                if (lane.IsBounded)
                {
                    next.Producer.Tell(s_one);
                }
            }
        }
    }

    private sealed class Consumer(Handoff lane, HandoffConsumer consumer) : UntypedActor
    {
        protected override void PreStart()
        {
            lane.Units.Started();
            lane._buffer.Tell(Ready.Instance);
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            consumer.Take(((Offer)message).Item);
            Sender.Tell(Ready.Instance);
        }
    }
}
