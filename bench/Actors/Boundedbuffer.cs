using Akka.Actor;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor per producer and per consumer, and one for the buffer between them. Consumers ask it for an item when they have
/// none. It grants a producer one slot at a time: what has been granted counts as taken until the item is there.
/// </summary>
public class Boundedbuffer : Workloads.Boundedbuffer
{
    private ActorSystem _system = null!;
    private IActorRef _buffer = ActorRefs.Nobody;
    private List<IActorRef> _producers = [];
    private List<IActorRef> _consumers = [];
    private CountdownEvent _producing = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _producing = new(Producers.Count);
        _buffer = _system.ActorOf(Props.Create(() => new Buffer(this)));
        _consumers =
        [
            .. Consumers.Select(consumer =>
                _system.ActorOf(Props.Create(() => new Consumer(this, consumer)))
            ),
        ];
        _producers =
        [
            .. Producers.Select(producer =>
                _system.ActorOf(Props.Create(() => new Producer(this, producer)))
            ),
        ];
    }

    protected override void Play()
    {
        _producing.Reset();
        _producers.ForEach(producer => producer.Tell(Begin.Instance));
        _producing.Wait();
        AwaitConsumed();
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

    private sealed record WantsSlot
    {
        public static readonly WantsSlot Instance = new();
    }

    private sealed record Slot
    {
        public static readonly Slot Instance = new();
    }

    private sealed record WantsItem
    {
        public static readonly WantsItem Instance = new();
    }

    private sealed record Made(BufferItem Item);

    private sealed class Producer(Boundedbuffer lane, BufferProducer producer) : UntypedActor
    {
        private Made _next = null!;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Slot)
            {
                lane._buffer.Tell(_next);
            }

            if (!producer.TryMake(out var item))
            {
                lane._producing.Signal();
                return;
            }

            _next = new(item);
            if (message is Begin)
            {
                lane._buffer.Tell(WantsSlot.Instance);
            }
        }
    }

    private sealed class Buffer(Boundedbuffer lane) : UntypedActor
    {
        private readonly Queue<Made> _items = new();
        private readonly Queue<IActorRef> _idle = new();
        private readonly Queue<IActorRef> _waiting = new();
        private int _granted;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Made made:
                    Take(made);
                    break;
                case WantsSlot:
                    _waiting.Enqueue(Sender);
                    break;
                default:
                    _idle.Enqueue(Sender);
                    break;
            }

            while (_items.Count > 0 && _idle.TryDequeue(out var consumer))
            {
                consumer.Tell(_items.Dequeue());
            }

            while (_items.Count + _granted < lane.Parameters.Slots && _waiting.TryDequeue(out var producer))
            {
                _granted++;
                producer.Tell(Slot.Instance);
            }
        }

        // Who has more to make wants the next slot: it need not say so.
        private void Take(Made made)
        {
            _granted--;
            _items.Enqueue(made);
            if (made.Item.Number < lane.Parameters.ItemsPerProducer - 1)
            {
                _waiting.Enqueue(Sender);
            }
        }
    }

    private sealed class Consumer(Boundedbuffer lane, BufferConsumer consumer) : UntypedActor
    {
        protected override void PreStart()
        {
            lane.Units.Started();
            lane._buffer.Tell(WantsItem.Instance);
        }

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            consumer.Consume(((Made)message).Item);
            lane._buffer.Tell(WantsItem.Instance);
        }
    }
}
