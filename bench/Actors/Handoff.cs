using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// A buffer actor between producers and consumers, who ask it for an item when they have none. The capacity is shared
/// out among the producers: each has so many offers open until the buffer says that one has left.
/// </summary>
public class Handoff : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private IActorRef _buffer = ActorRefs.Nobody;
    private List<IActorRef> _producers = [];
    private List<IActorRef> _consumers = [];
    private CountdownEvent _offering = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _offering = new(Parameters.Producers);
        _buffer = _system.ActorOf(Props.Create(() => new Buffer(this)));
        _producers =
        [
            .. Producers.Select(producer =>
                _system.ActorOf(Props.Create(() => new Producer(this, producer)))
            ),
        ];
        _consumers =
        [
            .. Consumers.Select(consumer =>
                _system.ActorOf(Props.Create(() => new Consumer(this, consumer)))
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

    private sealed record Left
    {
        public static readonly Left Instance = new();
    }

    private sealed record Ready
    {
        public static readonly Ready Instance = new();
    }

    private sealed class Buffer(Handoff lane) : UntypedActor
    {
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
                    next.Producer.Tell(Left.Instance);
                }
            }
        }
    }

    private sealed class Producer(Handoff lane, HandoffProducer producer) : UntypedActor
    {
        private readonly int _window = Math.Max(1, lane.Parameters.Capacity / lane.Parameters.Producers);
        private int _open;
        private Offer? _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Left)
            {
                _open--;
            }

            // The next item is offered before there is room for it: the wait is part of its latency.
            while ((_next ??= Offered()) is { } next && (!lane.IsBounded || _open < _window))
            {
                lane._buffer.Tell(next);
                _next = null;
                _open += lane.IsBounded ? 1 : 0;
            }

            if (_open == 0)
            {
                lane._offering.Signal();
            }
        }

        private Offer? Offered() => producer.TryOffer(out var item) ? new(item) : null;
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
