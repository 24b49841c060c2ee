using System.Collections.Concurrent;
using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// Two linked blocks for a job's stage and its consumer, and a source that sends to the first. A consumer that wants no more
/// completes itself and tells nobody: the stage has no one to offer to, and the source waits for as long as the service knows the job.
/// </summary>
[Variant("uncancelled", Presets.Smoke | Presets.Standard | Presets.Full)]
public class AbandonedUncancelled : Workloads.Abandoned
{
    // What nothing refers to would be collected, the waiting source included; a service that knows its jobs refers to them.
    private readonly ConcurrentBag<ISourceBlock<AbandonedItem>> _left = [];

    protected override bool Cancels => false;

    protected override void Start(AbandonedJob job)
    {
        var stage = new TransformBlock<AbandonedItem, AbandonedItem>(
            job.Treat,
            new() { BoundedCapacity = (2 * Parameters.Capacity) + 1 }
        );
        ActionBlock<AbandonedItem> consumer = null!;
        consumer = new(
            item =>
            {
                if (!job.Consume(item))
                {
                    consumer.Complete();
                }
            },
            new() { BoundedCapacity = 1 }
        );
        stage.LinkTo(consumer, new() { PropagateCompletion = true });
        if (job.Leaves)
        {
            _left.Add(stage);
        }

        _ = Units.CountAsync(stage, consumer);
        _ = Task.Run(() => ProduceAsync(job, stage));
    }

    protected override void Release()
    {
        foreach (var stage in _left)
        {
            stage.LinkTo(DataflowBlock.NullTarget<AbandonedItem>());
        }
    }

    protected override void Close() { }

    private async Task ProduceAsync(AbandonedJob job, TransformBlock<AbandonedItem, AbandonedItem> stage)
    {
        using var unit = Units.Enter();
        while (job.TryProduce(out var item) && await stage.SendAsync(item)) { }

        stage.Complete();
    }
}
