using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A publishing task fills a buffer for each subscriber; a buffer that has something starts a task, which sends until
/// nothing is left. A semaphore holds the publisher back where the policy is to wait.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private readonly ConcurrentQueue<StreamEvent> _events = new();
    private SemaphoreSlim _arrived = null!;
    private Task _publisher = Task.CompletedTask;

    protected override void Open()
    {
        _arrived = new(0);
        _publisher = Task.Run(PublishAllAsync);
    }

    protected override void Publish(StreamEvent item)
    {
        _events.Enqueue(item);
        _arrived.Release();
    }

    // A signal without an event says that none comes any more.
    protected override void Close()
    {
        _arrived.Release();
        _publisher.Wait();
    }

    private async Task PublishAllAsync()
    {
        using var unit = Units.Enter();
        var buffers = Subscribers.Select(subscriber => new Buffer(this, subscriber)).ToList();
        while (true)
        {
            await _arrived.WaitAsync();
            if (!_events.TryDequeue(out var item))
            {
                break;
            }

            foreach (var buffer in buffers.Take(item.Connections))
            {
                await buffer.OfferAsync(item);
            }
        }

        await Task.WhenAll(buffers.Select(buffer => buffer.Sending));
    }

    private sealed class Buffer(Streaming lane, Subscriber subscriber)
    {
        private readonly Queue<StreamEvent> _waiting = new();
        private readonly SemaphoreSlim _room = new(lane.Parameters.BufferCapacity);
        private bool _isSending;

        /// <summary>The present or last task that sends; the publisher's alone.</summary>
        public Task Sending { get; private set; } = Task.CompletedTask;

        public async ValueTask OfferAsync(StreamEvent item)
        {
            if (subscriber.Policy == OverflowPolicy.Wait)
            {
                await _room.WaitAsync();
            }

            var mustSend = TryEnqueue(item);
            subscriber.Offered(item);
            if (mustSend)
            {
                Sending = Task.Run(SendAllAsync);
            }
        }

        // True when nobody sends: whoever enqueued has to see to that.
        private bool TryEnqueue(StreamEvent item)
        {
            lock (_waiting)
            {
                if (_waiting.Count == lane.Parameters.BufferCapacity)
                {
                    if (subscriber.Policy == OverflowPolicy.DropNewest)
                    {
                        subscriber.Drop(item);
                        return false;
                    }

                    subscriber.Drop(_waiting.Dequeue());
                }

                _waiting.Enqueue(item);
                var mustSend = !_isSending;
                _isSending = true;
                return mustSend;
            }
        }

        private async Task SendAllAsync()
        {
            using var unit = lane.Units.Enter();
            while (TryTake(out var item))
            {
                await lane.Network.CallAsync(subscriber.Begin());
                subscriber.Hand(item);
            }
        }

        private bool TryTake([MaybeNullWhen(false)] out StreamEvent item)
        {
            lock (_waiting)
            {
                _isSending = _waiting.TryDequeue(out item);
            }

            if (item is not null && subscriber.Policy == OverflowPolicy.Wait)
            {
                _room.Release();
            }

            return item is not null;
        }
    }
}
