using System.Collections.Concurrent;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread each for a job's source, stage and consumer, with blocking collections between them. A consumer that goes away
/// tells nobody: the others block on a full collection for as long as the process lives.
/// </summary>
[Variant("uncancelled", Presets.Smoke | Presets.Standard | Presets.Full)]
public class AbandonedUncancelled : Workloads.Abandoned
{
    private readonly ConcurrentBag<BlockingCollection<AbandonedItem>> _left = [];

    protected override bool Cancels => false;

    protected override void Start(AbandonedJob job) => new Thread(() => Consume(job)).Start();

    protected override void Release()
    {
        foreach (var treated in _left)
        {
            foreach (var _ in treated.GetConsumingEnumerable()) { }
        }
    }

    protected override void Close() { }

    private void Consume(AbandonedJob job)
    {
        using var unit = Units.Enter();
        var raw = new BlockingCollection<AbandonedItem>(Parameters.Capacity);
        var treated = new BlockingCollection<AbandonedItem>(Parameters.Capacity);
        new Thread(() => Produce(job, raw)).Start();
        new Thread(() => Treat(job, raw, treated)).Start();
        if (job.Leaves)
        {
            _left.Add(treated);
        }

        foreach (var item in treated.GetConsumingEnumerable())
        {
            if (!job.Consume(item))
            {
                break;
            }
        }
    }

    private void Produce(AbandonedJob job, BlockingCollection<AbandonedItem> raw)
    {
        using var unit = Units.Enter();
        while (job.TryProduce(out var item))
        {
            raw.Add(item);
        }

        raw.CompleteAdding();
    }

    private void Treat(
        AbandonedJob job,
        BlockingCollection<AbandonedItem> raw,
        BlockingCollection<AbandonedItem> treated
    )
    {
        using var unit = Units.Enter();
        foreach (var item in raw.GetConsumingEnumerable())
        {
            treated.Add(job.Treat(item));
        }

        treated.CompleteAdding();
    }
}
