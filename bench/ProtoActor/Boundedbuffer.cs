using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per producer and per consumer, and one for the buffer between them. Consumers ask it for an item when they have
/// none. It grants a producer one slot at a time: what has been granted counts as taken until the item is there.
/// </summary>
public class Boundedbuffer : Workloads.Boundedbuffer
{
    private ActorSystem _system = null!;
    private PID _buffer = null!;
    private PID[] _producers = [];
    private PID[] _consumers = [];
    private CountdownEvent _producing = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _producing = new(Producers.Count);
        var root = _system.Root;
        _buffer = root.Spawn(Props.FromProducer(() => new Buffer(this)));
        _consumers =
        [
            .. Consumers.Select(consumer =>
                root.Spawn(Props.FromProducer(() => new Consumer(this, consumer)))
            ),
        ];
        _producers =
        [
            .. Producers.Select(producer =>
                root.Spawn(Props.FromProducer(() => new Producer(this, producer)))
            ),
        ];
    }

    protected override void Play()
    {
        _producing.Reset();
        Array.ForEach(_producers, producer => _system.Root.Send(producer, Begin.Instance));
        _producing.Wait();
        AwaitConsumed();
    }

    protected override void Close() => _system.Stop(_producers.Concat(_consumers).Append(_buffer));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Slot
    {
        public static readonly Slot Instance = new();
    }

    private sealed record WantsSlot(PID Producer);

    private sealed record WantsItem(PID Consumer);

    private sealed class Producer(Boundedbuffer lane, BufferProducer producer) : IActor
    {
        // In its box, as it will be sent.
        private object? _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Slot when _next is { } made:
                    context.Send(lane._buffer, made);
                    MakeNext();
                    break;
                case Begin:
                    MakeNext();
                    if (_next is not null)
                    {
                        context.Send(lane._buffer, new WantsSlot(context.Self));
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

        private void MakeNext()
        {
            _next = producer.TryMake(out var item) ? item : null;
            if (_next is null)
            {
                lane._producing.Signal();
            }
        }
    }

    private sealed class Buffer(Boundedbuffer lane) : IActor
    {
        private readonly Queue<object> _items = new();
        private readonly Queue<PID> _idle = new();
        private readonly Queue<PID> _waiting = new();
        private int _granted;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case BufferItem item:
                    _granted--;
                    _items.Enqueue(context.Message);
                    AwaitNext(item);
                    HandOn(context);
                    break;
                case WantsItem wish:
                    _idle.Enqueue(wish.Consumer);
                    HandOn(context);
                    break;
                case WantsSlot wish:
                    _waiting.Enqueue(wish.Producer);
                    HandOn(context);
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

        // Who has more to make wants the next slot: it need not say so.
        private void AwaitNext(BufferItem item)
        {
            if (item.Number < lane.Parameters.ItemsPerProducer - 1)
            {
                _waiting.Enqueue(lane._producers[item.Producer]);
            }
        }

        private void HandOn(IContext context)
        {
            while (_items.Count > 0 && _idle.TryDequeue(out var consumer))
            {
                context.Send(consumer, _items.Dequeue());
            }

            while (_items.Count + _granted < lane.Parameters.Slots && _waiting.TryDequeue(out var producer))
            {
                _granted++;
                context.Send(producer, Slot.Instance);
            }
        }
    }

    private sealed class Consumer(Boundedbuffer lane, BufferConsumer consumer) : IActor
    {
        private WantsItem _wish = null!;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case BufferItem item:
                    consumer.Consume(item);
                    context.Send(lane._buffer, _wish);
                    break;
                case Started:
                    lane.Units.Started();
                    _wish = new(context.Self);
                    context.Send(lane._buffer, _wish);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
