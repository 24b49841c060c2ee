using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A publisher thread fills a buffer for each subscriber; a fixed pool of threads takes turns with the subscribers who
/// have something waiting, one event a turn, so that no two threads send to the same one.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private BoundedQueue<StreamEvent> _events = null!;
    private BoundedQueue<Buffer> _ready = null!;
    private Thread _publisher = null!;
    private List<Thread> _pool = [];

    /// <summary>The article gives no size: this one is enough for the usual connections and not for three times as many.</summary>
    protected override StreamingParameters AsTold(StreamingParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = parameters.Subscribers / 2,
        };

    protected override void Open()
    {
        _events = new(int.MaxValue);
        _ready = new(int.MaxValue);
        _publisher = new Thread(PublishAll);
        _pool = [.. Enumerable.Range(0, Parameters.ConcurrencyLimit).Select(_ => new Thread(Serve))];
        _publisher.Start();
        _pool.ForEach(thread => thread.Start());
    }

    protected override void Publish(StreamEvent item) => _events.TryAdd(item);

    protected override void Close()
    {
        _events.Complete();
        _publisher.Join();
        _ready.Complete();
        _pool.ForEach(thread => thread.Join());
    }

    private void PublishAll()
    {
        using var unit = Units.Enter();
        var buffers = Subscribers
            .Select(subscriber => new Buffer(subscriber, Parameters.BufferCapacity))
            .ToList();
        while (_events.TryTake(out var item))
        {
            foreach (var buffer in buffers.Take(item.Connections))
            {
                var needsTurn = buffer.Offer(item);
                buffer.Subscriber.Offered(item);
                if (needsTurn)
                {
                    _ready.TryAdd(buffer);
                }
            }
        }
    }

    private void Serve()
    {
        using var unit = Units.Enter();
        while (_ready.TryTake(out var buffer))
        {
            var item = buffer.TakeFirst();
            Network.Call(buffer.Subscriber.Begin());
            buffer.Subscriber.Hand(item);
            if (buffer.NeedsAnotherTurn())
            {
                _ready.TryAdd(buffer);
            }
        }
    }

    /// <summary>What waits for one subscriber, and whether it has its turn or waits for one.</summary>
    private sealed class Buffer(Subscriber subscriber, int capacity)
    {
        private readonly Queue<StreamEvent> _waiting = new();
        private bool _hasTurn;

        public Subscriber Subscriber { get; } = subscriber;

        /// <summary>Takes an event in; true when the subscriber had nothing to do and needs a turn now.</summary>
        public bool Offer(StreamEvent item)
        {
            lock (_waiting)
            {
                while (_waiting.Count == capacity && Subscriber.Policy == OverflowPolicy.Wait)
                {
                    Monitor.Wait(_waiting);
                }

                if (_waiting.Count == capacity && Subscriber.Policy == OverflowPolicy.DropNewest)
                {
                    Subscriber.Drop(item);
                    return false;
                }

                if (_waiting.Count == capacity)
                {
                    Subscriber.Drop(_waiting.Dequeue());
                }

                _waiting.Enqueue(item);
                var needsTurn = !_hasTurn;
                _hasTurn = true;
                return needsTurn;
            }
        }

        /// <summary>Whoever has the turn takes the first event out.</summary>
        public StreamEvent TakeFirst()
        {
            lock (_waiting)
            {
                Monitor.Pulse(_waiting);
                return _waiting.Dequeue();
            }
        }

        /// <summary>The turn is over; true when another event waits and needs one.</summary>
        public bool NeedsAnotherTurn()
        {
            lock (_waiting)
            {
                return _hasTurn = _waiting.Count > 0;
            }
        }
    }
}
