using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread each for a job's source, stage and consumer, with blocking collections between them. A consumer that goes away
/// cancels the token that the others add and take with, and joins them.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    protected override void Start(AbandonedJob job) => new Thread(() => Consume(job)).Start();

    protected override void Close() { }

    private void Consume(AbandonedJob job)
    {
        using var unit = Units.Enter();
        using var left = new CancellationTokenSource();
        using var raw = new BlockingCollection<AbandonedItem>(Parameters.Capacity);
        using var treated = new BlockingCollection<AbandonedItem>(Parameters.Capacity);
        var source = new Thread(() => Produce(job, raw, left.Token));
        var stage = new Thread(() => Treat(job, raw, treated, left.Token));
        source.Start();
        stage.Start();
        foreach (var item in treated.GetConsumingEnumerable())
        {
            if (!job.Consume(item))
            {
                break;
            }
        }

        left.Cancel();
        source.Join();
        stage.Join();
    }

    private void Produce(AbandonedJob job, BlockingCollection<AbandonedItem> raw, CancellationToken left)
    {
        using var unit = Units.Enter();
        try
        {
            while (job.TryProduce(out var item))
            {
                raw.Add(item, left);
            }

            raw.CompleteAdding();
        }
        catch (OperationCanceledException) { }
    }

    private void Treat(
        AbandonedJob job,
        BlockingCollection<AbandonedItem> raw,
        BlockingCollection<AbandonedItem> treated,
        CancellationToken left
    )
    {
        using var unit = Units.Enter();
        try
        {
            foreach (var item in raw.GetConsumingEnumerable(left))
            {
                treated.Add(job.Treat(item), left);
            }

            treated.CompleteAdding();
        }
        catch (OperationCanceledException) { }
    }
}
