using System.Collections.Concurrent;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task each for a job's source, stage and consumer, with buffers between them. A consumer that goes away tells nobody: the
/// others wait for room for as long as the service knows the job.
/// </summary>
[Variant("uncancelled", Presets.Smoke | Presets.Standard | Presets.Full)]
public class AbandonedUncancelled : Workloads.Abandoned
{
    // What nothing refers to would be collected, waiting tasks included; a service that knows its jobs refers to them.
    private readonly ConcurrentBag<AwaitedBuffer<AbandonedItem>> _left = [];

    protected override bool Cancels => false;

    protected override void Start(AbandonedJob job) => _ = Task.Run(() => ConsumeAsync(job));

    protected override void Release() =>
        Task.WaitAll(_left.Select(treated => Task.Run(() => DrainAsync(treated))));

    protected override void Close() { }

    private static async Task DrainAsync(AwaitedBuffer<AbandonedItem> treated)
    {
        while (await treated.TakeAsync() is (true, _)) { }
    }

    private async Task ConsumeAsync(AbandonedJob job)
    {
        using var unit = Units.Enter();
        var raw = new AwaitedBuffer<AbandonedItem>(Parameters.Capacity);
        var treated = new AwaitedBuffer<AbandonedItem>(Parameters.Capacity);
        _ = Task.Run(() => ProduceAsync(job, raw));
        _ = Task.Run(() => TreatAsync(job, raw, treated));
        if (job.Leaves)
        {
            _left.Add(treated);
        }

        while (await treated.TakeAsync() is (true, var item) && job.Consume(item)) { }
    }

    private async Task ProduceAsync(AbandonedJob job, AwaitedBuffer<AbandonedItem> raw)
    {
        using var unit = Units.Enter();
        while (job.TryProduce(out var item))
        {
            await raw.AddAsync(item);
        }

        raw.Complete();
    }

    private async Task TreatAsync(
        AbandonedJob job,
        AwaitedBuffer<AbandonedItem> raw,
        AwaitedBuffer<AbandonedItem> treated
    )
    {
        using var unit = Units.Enter();
        while (await raw.TakeAsync() is (true, var item))
        {
            await treated.AddAsync(job.Treat(item));
        }

        treated.Complete();
    }
}
