using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A publisher, a block that takes one event at a time, offers it to a bounded buffer for each connected subscriber, which is
/// linked to the block that sends. What a full buffer means is how the publisher offers.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private readonly List<BufferBlock<StreamEvent>> _connected = [];
    private readonly List<Task> _senders = [];
    private ActionBlock<StreamEvent> _publisher = null!;
    private Task _published = Task.CompletedTask;

    protected override void Open()
    {
        _publisher = new(PublishAsync);
        _published = Units.CountAsync(_publisher);
    }

    protected override void Publish(StreamEvent item) => _publisher.Post(item);

    protected override void Close()
    {
        _publisher.Complete();
        _published.Wait();
        _connected.ForEach(buffer => buffer.Complete());
        Task.WaitAll(_senders);
    }

    private async Task PublishAsync(StreamEvent item)
    {
        for (; _connected.Count > item.Connections; _connected.RemoveAt(_connected.Count - 1))
        {
            _connected[^1].Complete();
        }

        while (_connected.Count < item.Connections)
        {
            _connected.Add(Connect(Subscribers[_connected.Count]));
        }

        for (var number = 0; number < _connected.Count; number++)
        {
            await OfferAsync(item, _connected[number], Subscribers[number]);
            Subscribers[number].Offered(item);
        }
    }

    private BufferBlock<StreamEvent> Connect(Subscriber subscriber)
    {
        var buffer = new BufferBlock<StreamEvent>(new() { BoundedCapacity = Parameters.BufferCapacity });
        var sender = new ActionBlock<StreamEvent>(
            item => SendAsync(subscriber, item),
            new() { BoundedCapacity = 1 }
        );
        buffer.LinkTo(sender, new() { PropagateCompletion = true });
        _senders.Add(Units.CountAsync(sender));
        return buffer;
    }

    private async Task OfferAsync(StreamEvent item, BufferBlock<StreamEvent> buffer, Subscriber subscriber)
    {
        if (subscriber.Policy == OverflowPolicy.Wait)
        {
            await buffer.SendAsync(item);
            return;
        }

        while (!buffer.Post(item))
        {
            if (subscriber.Policy == OverflowPolicy.DropNewest)
            {
                subscriber.Drop(item);
                return;
            }

            // When the sender has taken the oldest since, another is the first, and there is room.
            if (
                buffer.TryReceive(
                    first => first.Number == item.Number - Parameters.BufferCapacity,
                    out var oldest
                )
            )
            {
                subscriber.Drop(oldest);
            }
        }
    }

    private async Task SendAsync(Subscriber subscriber, StreamEvent item)
    {
        await Network.CallAsync(subscriber.Begin());
        subscriber.Hand(item);
    }
}
