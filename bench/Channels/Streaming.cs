using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A publisher writes each event to a bounded channel for each connected subscriber, whose worker sends what it reads.
/// The policy is the channel's own full mode.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private Channel<StreamEvent> _events = null!;
    private Task _publisher = Task.CompletedTask;

    protected override void Open()
    {
        _events = Channel.CreateUnbounded<StreamEvent>(
            new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
        );
        _publisher = Task.Run(PublishAllAsync);
    }

    protected override void Publish(StreamEvent item) => _events.Writer.TryWrite(item);

    protected override void Close()
    {
        _events.Writer.Complete();
        _publisher.Wait();
    }

    private async Task PublishAllAsync()
    {
        using var unit = Units.Enter();
        var outlets = new List<ChannelWriter<StreamEvent>>();
        var senders = new List<Task>();
        await foreach (var item in _events.Reader.ReadAllAsync())
        {
            for (; outlets.Count > item.Connections; outlets.RemoveAt(outlets.Count - 1))
            {
                outlets[^1].Complete();
            }

            while (outlets.Count < item.Connections)
            {
                var subscriber = Subscribers[outlets.Count];
                var channel = Channel.CreateBounded<StreamEvent>(Options(subscriber), subscriber.Drop);
                outlets.Add(channel.Writer);
                senders.Add(Task.Run(() => SendAllAsync(subscriber, channel.Reader)));
            }

            for (var number = 0; number < outlets.Count; number++)
            {
                await outlets[number].WriteAsync(item);
                Subscribers[number].Offered(item);
            }
        }

        outlets.ForEach(outlet => outlet.Complete());
        await Task.WhenAll(senders);
    }

    private async Task SendAllAsync(Subscriber subscriber, ChannelReader<StreamEvent> events)
    {
        using var unit = Units.Enter();
        await foreach (var item in events.ReadAllAsync())
        {
            await Network.CallAsync(subscriber.Begin());
            subscriber.Hand(item);
        }
    }

    private BoundedChannelOptions Options(Subscriber subscriber) =>
        new(Parameters.BufferCapacity)
        {
            SingleReader = true,
            SingleWriter = true,
            FullMode = subscriber.Policy switch
            {
                OverflowPolicy.DropOldest => BoundedChannelFullMode.DropOldest,
                // The channel's DropNewest drops the newest of those that wait, DropWrite the one that comes.
                OverflowPolicy.DropNewest => BoundedChannelFullMode.DropWrite,
                _ => BoundedChannelFullMode.Wait,
            },
        };
}
