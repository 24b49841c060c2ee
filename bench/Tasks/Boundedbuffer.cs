using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per consumer, and per producer and game; between them a queue and two semaphores that are awaited, one for the
/// items that wait and one for the room that is left.
/// </summary>
public class Boundedbuffer : Workloads.Boundedbuffer
{
    private AwaitedBuffer<BufferItem> _buffer = null!;
    private Task[] _consumers = [];

    protected override void Open()
    {
        _buffer = new(Parameters.Slots);
        _consumers = [.. Consumers.Select(consumer => Task.Run(() => ConsumeAsync(consumer)))];
    }

    protected override void Play()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitConsumed();
    }

    protected override void Close()
    {
        _buffer.Complete(Consumers.Count);
        Task.WaitAll(_consumers);
    }

    private async Task ProduceAsync(BufferProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryMake(out var item))
        {
            await _buffer.AddAsync(item);
        }
    }

    private async Task ConsumeAsync(BufferConsumer consumer)
    {
        using var unit = Units.Enter();
        while (await _buffer.TakeAsync() is (true, var item))
        {
            consumer.Consume(item);
        }
    }
}
