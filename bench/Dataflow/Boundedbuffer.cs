using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A buffer block with so many slots, linked to a block per consumer that takes no more than it has in hand. Producers are tasks,
/// which send and wait where there is no room.
/// </summary>
public class Boundedbuffer : Workloads.Boundedbuffer
{
    private BufferBlock<BufferItem> _buffer = null!;
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _buffer = new(new() { BoundedCapacity = Parameters.Slots });
        ActionBlock<BufferItem>[] consumers = [.. Consumers.Select(NewConsumer)];
        Array.ForEach(consumers, consumer => _buffer.LinkTo(consumer, new() { PropagateCompletion = true }));
        _ended = Units.CountAsync(consumers);
    }

    protected override void Play()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitConsumed();
    }

    protected override void Close()
    {
        _buffer.Complete();
        _ended.Wait();
    }

    private async Task ProduceAsync(BufferProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryMake(out var item))
        {
            await _buffer.SendAsync(item);
        }
    }

    private static ActionBlock<BufferItem> NewConsumer(BufferConsumer consumer) =>
        new(consumer.Consume, new() { BoundedCapacity = 1 });
}
