using System.Collections.Concurrent;
using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker each for a job's source, stage and consumer, with bounded channels between them. A consumer that goes away
/// tells nobody: the others wait to write for as long as the service knows the job.
/// </summary>
[Variant("uncancelled", Presets.Smoke | Presets.Standard | Presets.Full)]
public class AbandonedUncancelled : Workloads.Abandoned
{
    // What nothing refers to would be collected, waiting workers included; a service that knows its jobs refers to them.
    private readonly ConcurrentBag<ChannelReader<AbandonedItem>> _left = [];

    protected override bool Cancels => false;

    protected override void Start(AbandonedJob job) => _ = Task.Run(() => ConsumeAsync(job));

    protected override void Release() =>
        Task.WaitAll(_left.Select(treated => Task.Run(() => DrainAsync(treated))));

    protected override void Close() { }

    private static async Task DrainAsync(ChannelReader<AbandonedItem> treated)
    {
        await foreach (var _ in treated.ReadAllAsync()) { }
    }

    private async Task ConsumeAsync(AbandonedJob job)
    {
        using var unit = Units.Enter();
        var raw = NewChannel();
        var treated = NewChannel();
        _ = Task.Run(() => ProduceAsync(job, raw.Writer));
        _ = Task.Run(() => TreatAsync(job, raw.Reader, treated.Writer));
        if (job.Leaves)
        {
            _left.Add(treated.Reader);
        }

        await foreach (var item in treated.Reader.ReadAllAsync())
        {
            if (!job.Consume(item))
            {
                break;
            }
        }
    }

    private async Task ProduceAsync(AbandonedJob job, ChannelWriter<AbandonedItem> raw)
    {
        using var unit = Units.Enter();
        while (job.TryProduce(out var item))
        {
            await raw.WriteAsync(item);
        }

        raw.Complete();
    }

    private async Task TreatAsync(
        AbandonedJob job,
        ChannelReader<AbandonedItem> raw,
        ChannelWriter<AbandonedItem> treated
    )
    {
        using var unit = Units.Enter();
        await foreach (var item in raw.ReadAllAsync())
        {
            await treated.WriteAsync(job.Treat(item));
        }

        treated.Complete();
    }

    private Channel<AbandonedItem> NewChannel() =>
        Channel.CreateBounded<AbandonedItem>(
            new BoundedChannelOptions(Parameters.Capacity) { SingleWriter = true, SingleReader = true }
        );
}
