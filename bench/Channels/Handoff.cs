using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A worker per producer and per consumer, with one channel between them.</summary>
public class Handoff : Workloads.Handoff
{
    private Channel<HandoffItem> _items = null!;
    private Task[] _consumers = [];

    protected override void Open()
    {
        var (one, sole) = (Parameters.Producers == 1, Parameters.Consumers == 1);
        _items = IsBounded
            ? Channel.CreateBounded<HandoffItem>(
                new BoundedChannelOptions(Parameters.Capacity) { SingleWriter = one, SingleReader = sole }
            )
            : Channel.CreateUnbounded<HandoffItem>(new() { SingleWriter = one, SingleReader = sole });
        _consumers = [.. Consumers.Select(consumer => Task.Run(() => ConsumeAsync(consumer)))];
    }

    protected override void Burst()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitTaken();
    }

    protected override void Close()
    {
        _items.Writer.Complete();
        Task.WaitAll(_consumers);
    }

    private async Task ProduceAsync(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryOffer(out var item))
        {
            if (!_items.Writer.TryWrite(item))
            {
                await _items.Writer.WriteAsync(item);
            }
        }
    }

    private Task ConsumeAsync(HandoffConsumer consumer) =>
        Parameters.Consumers == 1 ? ConsumeAllAsync(consumer) : ConsumeInTurnAsync(consumer);

    private async Task ConsumeAllAsync(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        while (await _items.Reader.WaitToReadAsync())
        {
            while (_items.Reader.TryRead(out var item))
            {
                consumer.Take(item);
            }
        }
    }

    private async Task ConsumeInTurnAsync(HandoffConsumer consumer)
    {
        using var unit = Units.Enter();
        try
        {
            // WaitToReadAsync would wake every waiting consumer for each item; who is awake reads on while there is something.
            while (true)
            {
                consumer.Take(await _items.Reader.ReadAsync());
                while (_items.Reader.TryRead(out var item))
                {
                    consumer.Take(item);
                }
            }
        }
        catch (ChannelClosedException) { }
    }
}
