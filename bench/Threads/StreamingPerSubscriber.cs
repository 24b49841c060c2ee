using System.Diagnostics.CodeAnalysis;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each subscriber, started when it connects, that sends what the publisher thread leaves for it.</summary>
[Variant("per-subscriber", Presets.Standard | Presets.Full)]
public class StreamingPerSubscriber : Workloads.Streaming
{
    private BoundedQueue<StreamEvent> _events = null!;
    private Thread _publisher = null!;

    /// <summary>The article tells of a fixed pool here, so a thread per subscriber has no terms as told.</summary>
    protected override IEnumerable<Configuration<StreamingParameters>> Configurations =>
        base.Configurations.Where(configuration => configuration.Terms == Terms.Equal);

    protected override void Open()
    {
        _events = new(int.MaxValue);
        _publisher = new Thread(PublishAll);
        _publisher.Start();
    }

    protected override void Publish(StreamEvent item) => _events.TryAdd(item);

    protected override void Close()
    {
        _events.Complete();
        _publisher.Join();
    }

    private void PublishAll()
    {
        using var unit = Units.Enter();
        var buffers = new List<Buffer>();
        var senders = new List<Thread>();
        while (_events.TryTake(out var item))
        {
            for (; buffers.Count > item.Connections; buffers.RemoveAt(buffers.Count - 1))
            {
                buffers[^1].Complete();
            }

            while (buffers.Count < item.Connections)
            {
                var buffer = new Buffer(Subscribers[buffers.Count], Parameters.BufferCapacity);
                buffers.Add(buffer);
                senders.Add(new Thread(() => Send(buffer)));
                senders[^1].Start();
            }

            foreach (var buffer in buffers)
            {
                buffer.Offer(item);
                buffer.Subscriber.Offered(item);
            }
        }

        buffers.ForEach(buffer => buffer.Complete());
        senders.ForEach(thread => thread.Join());
    }

    private void Send(Buffer buffer)
    {
        using var unit = Units.Enter();
        while (buffer.TryTake(out var item))
        {
            Network.Call(buffer.Subscriber.Begin());
            buffer.Subscriber.Hand(item);
        }
    }

    /// <summary>What waits for one subscriber: a monitor for one publisher and one sender.</summary>
    private sealed class Buffer(Subscriber subscriber, int capacity)
    {
        private readonly Queue<StreamEvent> _waiting = new();
        private bool _complete;

        public Subscriber Subscriber { get; } = subscriber;

        public void Offer(StreamEvent item)
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
                    return;
                }

                if (_waiting.Count == capacity)
                {
                    Subscriber.Drop(_waiting.Dequeue());
                }

                _waiting.Enqueue(item);
                Monitor.Pulse(_waiting);
            }
        }

        public bool TryTake([MaybeNullWhen(false)] out StreamEvent item)
        {
            lock (_waiting)
            {
                while (_waiting.Count == 0 && !_complete)
                {
                    Monitor.Wait(_waiting);
                }

                Monitor.Pulse(_waiting);
                return _waiting.TryDequeue(out item);
            }
        }

        public void Complete()
        {
            lock (_waiting)
            {
                _complete = true;
                Monitor.Pulse(_waiting);
            }
        }
    }
}
