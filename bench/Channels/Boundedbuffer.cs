using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A worker per consumer, and per producer and game, with one bounded channel between them.</summary>
public class Boundedbuffer : Workloads.Boundedbuffer
{
    private Channel<BufferItem> _items = null!;
    private Task[] _consumers = [];

    protected override void Open()
    {
        _items = Channel.CreateBounded<BufferItem>(Parameters.Slots);
        _consumers = [.. Consumers.Select(consumer => Task.Run(() => ConsumeAsync(consumer)))];
    }

    protected override void Play()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitConsumed();
    }

    protected override void Close()
    {
        _items.Writer.Complete();
        Task.WaitAll(_consumers);
    }

    private async Task ProduceAsync(BufferProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryMake(out var item))
        {
            await _items.Writer.WriteAsync(item);
        }
    }

    private async Task ConsumeAsync(BufferConsumer consumer)
    {
        using var unit = Units.Enter();
        try
        {
            // ReadAllAsync would wake every waiting consumer for each item.
            while (true)
            {
                consumer.Consume(await _items.Reader.ReadAsync());
            }
        }
        catch (ChannelClosedException) { }
    }
}
