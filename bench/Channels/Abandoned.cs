using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker each for a job's source, stage and consumer, with bounded channels between them. A consumer that goes away
/// cancels the token that the others read and write with, and awaits them.
/// </summary>
public class Abandoned : Workloads.Abandoned
{
    protected override void Start(AbandonedJob job) => _ = Task.Run(() => ConsumeAsync(job));

    protected override void Close() { }

    private async Task ConsumeAsync(AbandonedJob job)
    {
        using var unit = Units.Enter();
        using var left = new CancellationTokenSource();
        var raw = NewChannel();
        var treated = NewChannel();
        var source = Task.Run(() => ProduceAsync(job, raw.Writer, left.Token));
        var stage = Task.Run(() => TreatAsync(job, raw.Reader, treated.Writer, left.Token));
        await foreach (var item in treated.Reader.ReadAllAsync())
        {
            if (!job.Consume(item))
            {
                break;
            }
        }

        await left.CancelAsync();
        await Task.WhenAll(source, stage);
    }

    private async Task ProduceAsync(
        AbandonedJob job,
        ChannelWriter<AbandonedItem> raw,
        CancellationToken left
    )
    {
        using var unit = Units.Enter();
        try
        {
            while (job.TryProduce(out var item))
            {
                await raw.WriteAsync(item, left);
            }

            raw.Complete();
        }
        catch (OperationCanceledException) { }
    }

    private async Task TreatAsync(
        AbandonedJob job,
        ChannelReader<AbandonedItem> raw,
        ChannelWriter<AbandonedItem> treated,
        CancellationToken left
    )
    {
        using var unit = Units.Enter();
        try
        {
            await foreach (var item in raw.ReadAllAsync(left))
            {
                await treated.WriteAsync(job.Treat(item), left);
            }

            treated.Complete();
        }
        catch (OperationCanceledException) { }
    }

    private Channel<AbandonedItem> NewChannel() =>
        Channel.CreateBounded<AbandonedItem>(
            new BoundedChannelOptions(Parameters.Capacity) { SingleWriter = true, SingleReader = true }
        );
}
