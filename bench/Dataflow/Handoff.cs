using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A consumer is a block, which is its own buffer; several are linked to a buffer block that they share. Producers send and
/// wait where there is no room.
/// </summary>
public class Handoff : Workloads.Handoff
{
    private ITargetBlock<HandoffItem> _items = null!;
    private Task _ended = Task.CompletedTask;

    private bool HasOneConsumer => Parameters.Consumers == 1;

    protected override void Open()
    {
        ActionBlock<HandoffItem>[] consumers = [.. Consumers.Select(NewConsumer)];
        _items = HasOneConsumer ? consumers[0] : NewBuffer(consumers);
        _ended = Units.CountAsync(consumers);
    }

    protected override void Burst()
    {
        Task.WaitAll(Producers.Select(producer => Task.Run(() => ProduceAsync(producer))));
        AwaitTaken();
    }

    protected override void Close()
    {
        _items.Complete();
        _ended.Wait();
    }

    private async Task ProduceAsync(HandoffProducer producer)
    {
        using var unit = Units.Enter();
        while (producer.TryOffer(out var item))
        {
            await _items.SendAsync(item);
        }
    }

    private ActionBlock<HandoffItem> NewConsumer(HandoffConsumer consumer) =>
        new(
            consumer.Take,
            new()
            {
                // What a consumer has in hand counts; beside others it takes no more than that.
                BoundedCapacity = HasOneConsumer ? Bound(inHand: 1) : 1,
            }
        );

    private BufferBlock<HandoffItem> NewBuffer(ActionBlock<HandoffItem>[] consumers)
    {
        var buffer = new BufferBlock<HandoffItem>(new() { BoundedCapacity = Bound(inHand: 0) });
        foreach (var consumer in consumers)
        {
            buffer.LinkTo(consumer, new() { PropagateCompletion = true });
        }

        return buffer;
    }

    private int Bound(int inHand) =>
        IsBounded ? Parameters.Capacity + inHand : DataflowBlockOptions.Unbounded;
}
