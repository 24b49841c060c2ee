using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// Producers send to the consumer, whose mailbox is the buffer. Several consumers share a buffer actor instead, which they ask
/// for an item when they have none. The capacity is shared out among the producers: each has so many items under way until
/// it is told that some have left the buffer.
/// </summary>
public class Handoff : Workloads.Handoff
{
    private ActorSystem _system = null!;
    private PID _buffer = null!;
    private List<PID> _producers = [];
    private List<PID> _consumers = [];
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
        var root = _system.Root;
        _producers =
        [
            .. Producers.Select(producer =>
                root.Spawn(Props.FromProducer(() => new Producer(this, producer)))
            ),
        ];
        _consumers = [];
        if (Parameters.Consumers == 1)
        {
            _buffer = root.Spawn(Props.FromProducer(() => new SoleConsumer(this, Consumers[0])));
        }
        else
        {
            _buffer = root.Spawn(Props.FromProducer(() => new Buffer(this)));
            _consumers.AddRange(
                Consumers.Select(consumer =>
                    root.Spawn(Props.FromProducer(() => new Consumer(this, consumer)))
                )
            );
        }
    }

    protected override void Burst()
    {
        _offering.Reset();
        _producers.ForEach(producer => _system.Root.Send(producer, Begin.Instance));
        _offering.Wait();
        AwaitTaken();
    }

    protected override void Close() => _system.Stop(_producers.Concat(_consumers).Append(_buffer));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Left(int Items)
    {
        public static readonly Left One = new(1);
    }

    private sealed record Ready(PID Consumer);

    private sealed class Producer(Handoff lane, HandoffProducer producer) : IActor
    {
        private int _underWay;
        private HandoffItem? _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Left left:
                    _underWay -= left.Items;
                    if (_next is not null)
                    {
                        Offer(context);
                    }

                    break;
                case Begin:
                    Offer(context);
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

        // The next item is offered before there is room for it: the wait is part of its latency.
        private void Offer(IContext context)
        {
            while ((_next ??= Offered()) is { } next && (!lane.IsBounded || _underWay < lane.Share))
            {
                context.Send(lane._buffer, next);
                _next = null;
                _underWay += lane.IsBounded ? 1 : 0;
            }

            if (_next is null)
            {
                lane._offering.Signal();
            }
        }

        private HandoffItem? Offered() => producer.TryOffer(out var item) ? item : null;
    }

    private sealed class SoleConsumer(Handoff lane, HandoffConsumer consumer) : IActor
    {
        // To tell a producer of every single item would double the messages.
        private readonly Left _batch = new(Math.Max(1, lane.Share / 2));
        private readonly int[] _left = new int[lane.Parameters.Producers];

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case HandoffItem item:
                    consumer.Take(item);
                    if (lane.IsBounded && ++_left[item.Producer] == _batch.Items)
                    {
                        _left[item.Producer] = 0;
                        context.Send(lane._producers[item.Producer], _batch);
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
    }

    private sealed class Buffer(Handoff lane) : IActor
    {
        private readonly Queue<object> _items = new();
        private readonly Queue<PID> _idle = new();

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case HandoffItem:
                    _items.Enqueue(context.Message);
                    HandOn(context);
                    break;
                case Ready ready:
                    _idle.Enqueue(ready.Consumer);
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

        private void HandOn(IContext context)
        {
            while (_items.Count > 0 && _idle.TryDequeue(out var consumer))
            {
                var next = _items.Dequeue();
                context.Send(consumer, next);
                if (lane.IsBounded)
                {
                    context.Send(lane._producers[((HandoffItem)next).Producer], Left.One);
                }
            }
        }
    }

    private sealed class Consumer(Handoff lane, HandoffConsumer consumer) : IActor
    {
        private Ready _ready = null!;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case HandoffItem item:
                    consumer.Take(item);
                    context.Send(lane._buffer, _ready);
                    break;
                case Started:
                    lane.Units.Started();
                    _ready = new(context.Self);
                    context.Send(lane._buffer, _ready);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
