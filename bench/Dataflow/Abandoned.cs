using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// Two linked blocks for a job's stage and its consumer, and a source that sends to the first. A consumer that wants no more
/// cancels the token that both blocks have: they drop what they hold and decline what the source sends.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    protected override void Start(AbandonedJob job)
    {
        var left = new CancellationTokenSource();
        var stage = new TransformBlock<AbandonedItem, AbandonedItem>(
            job.Treat,
            new() { BoundedCapacity = (2 * Parameters.Capacity) + 1, CancellationToken = left.Token }
        );
        var consumer = new ActionBlock<AbandonedItem>(
            item =>
            {
                if (!job.Consume(item))
                {
                    left.Cancel();
                }
            },
            new() { BoundedCapacity = 1, CancellationToken = left.Token }
        );
        stage.LinkTo(consumer, new() { PropagateCompletion = true });
        _ = Units.CountAsync(stage, consumer);
        _ = Task.Run(() => ProduceAsync(job, stage));
    }

    protected override void Close() { }

    private async Task ProduceAsync(AbandonedJob job, TransformBlock<AbandonedItem, AbandonedItem> stage)
    {
        using var unit = Units.Enter();
        while (job.TryProduce(out var item) && await stage.SendAsync(item)) { }

        stage.Complete();
    }
}
