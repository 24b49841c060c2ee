using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task each for a job's source, stage and consumer, with buffers between them. A consumer that goes away cancels the
/// token that the others wait with, and awaits them.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    protected override void Start(AbandonedJob job) => _ = Task.Run(() => ConsumeAsync(job));

    protected override void Close() { }

    private async Task ConsumeAsync(AbandonedJob job)
    {
        using var unit = Units.Enter();
        using var left = new CancellationTokenSource();
        var raw = new AwaitedBuffer<AbandonedItem>(Parameters.Capacity);
        var treated = new AwaitedBuffer<AbandonedItem>(Parameters.Capacity);
        var source = Task.Run(() => ProduceAsync(job, raw, left.Token));
        var stage = Task.Run(() => TreatAsync(job, raw, treated, left.Token));
        while (await treated.TakeAsync() is (true, var item) && job.Consume(item)) { }

        await left.CancelAsync();
        await Task.WhenAll(source, stage);
    }

    private async Task ProduceAsync(
        AbandonedJob job,
        AwaitedBuffer<AbandonedItem> raw,
        CancellationToken left
    )
    {
        using var unit = Units.Enter();
        try
        {
            while (job.TryProduce(out var item))
            {
                await raw.AddAsync(item, left);
            }

            raw.Complete();
        }
        catch (OperationCanceledException) { }
    }

    private async Task TreatAsync(
        AbandonedJob job,
        AwaitedBuffer<AbandonedItem> raw,
        AwaitedBuffer<AbandonedItem> treated,
        CancellationToken left
    )
    {
        using var unit = Units.Enter();
        try
        {
            while (await raw.TakeAsync(left) is (true, var item))
            {
                await treated.AddAsync(job.Treat(item), left);
            }

            treated.Complete();
        }
        catch (OperationCanceledException) { }
    }
}
