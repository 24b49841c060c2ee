using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// Producers tell the consumer, whose mailbox is the buffer. Several consumers share a buffer actor instead, which they ask
/// for some items when half of the last have been taken. The capacity is shared out among the producers: each has so many
/// items under way until a consumer tells it that it has taken some.
/// </summary>
public class Handoff : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private IActorRef _buffer = ActorRefs.Nobody;
    private List<IActorRef> _producers = [];
    private List<IActorRef> _consumers = [];
    private CountdownEvent _offering = null!;

    // Without a bound there is always room, and nobody is told of it.
    private int Share => IsBounded ? Parameters.Capacity / Parameters.Producers : int.MaxValue;

    // To tell a producer of every single item would double the messages. Of several consumers each keeps some to itself.
    private int Batch => Math.Max(1, Share / (2 * Parameters.Consumers));

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
            _buffer = _system.ActorOf(Props.Create(() => new Consumer(this, Consumers[0])));
        }
        else
        {
            _buffer = _system.ActorOf(Props.Create(() => new Buffer(this)));
            _consumers =
            [
                .. Consumers.Select(consumer =>
                    _system.ActorOf(Props.Create(() => new AskingConsumer(this, consumer)))
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

    private sealed record Ready(int Items);

    private sealed class Producer(Handoff lane, HandoffProducer producer) : UntypedActor
    {
        private readonly IActorRef _buffer = lane._buffer;
        private readonly int _share = lane.Share;
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
            while ((_next ??= Offered()) is { } next && _underWay < _share)
            {
                _buffer.Tell(next);
                _next = null;
                _underWay++;
            }

            if (_next is null)
            {
                lane._offering.Signal();
            }
        }

        private Offer? Offered() => producer.TryOffer(out var item) ? new(item) : null;
    }

    private class Consumer(Handoff lane, HandoffConsumer consumer) : UntypedActor
    {
        private readonly int _batch = lane.Batch;
        private readonly int[] _taken = new int[lane.Parameters.Producers];
        private readonly Left _left = new(lane.Batch);

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            var item = ((Offer)message).Item;
            consumer.Take(item);
            if (++_taken[item.Producer] == _batch)
            {
                _taken[item.Producer] = 0;
                Sender.Tell(_left);
            }
        }
    }

    private sealed class AskingConsumer(Handoff lane, HandoffConsumer consumer) : Consumer(lane, consumer)
    {
        private const int Unbounded = 32;
        private readonly IActorRef _buffer = lane._buffer;
        private readonly Ready _more = new(
            lane.IsBounded ? lane.Parameters.Producers * lane.Batch : Unbounded
        );
        private int _taken;

        protected override void PreStart()
        {
            base.PreStart();
            _buffer.Tell(_more);
            _buffer.Tell(_more);
        }

        protected override void OnReceive(object message)
        {
            base.OnReceive(message);
            if (++_taken == _more.Items)
            {
                _taken = 0;
                _buffer.Tell(_more);
            }
        }
    }

    private sealed class Buffer(Handoff lane) : UntypedActor
    {
        private readonly Queue<(Offer Offer, IActorRef Producer)> _offers = new();
        private readonly Queue<(IActorRef Consumer, int Items)> _ready = new();
        private IActorRef _next = ActorRefs.Nobody;
        private int _wanted;

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
                _ready.Enqueue((Sender, ((Ready)message).Items));
            }

            while (_offers.Count > 0 && HasConsumer())
            {
                var (next, producer) = _offers.Dequeue();
                _wanted--;
                _next.Tell(next, producer);
            }
        }

        private bool HasConsumer()
        {
            if (_wanted == 0 && _ready.TryDequeue(out var ready))
            {
                (_next, _wanted) = ready;
            }

            return _wanted > 0;
        }
    }
}
