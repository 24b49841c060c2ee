using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each stage worker, with a bounded blocking queue between one stage and the next.</summary>
public class Pipeline : Workloads.Pipeline
{
    private BlockingCollection<RawItem> _raw = null!;
    private BlockingCollection<ParsedItem> _parsed = null!;
    private BlockingCollection<EnrichedItem> _enriched = null!;
    private BlockingCollection<AggregatedItem> _aggregated = null!;
    private List<Thread> _workers = [];

    protected override void Open()
    {
        _raw = new(Parameters.HandOffCapacity);
        _parsed = new(Parameters.HandOffCapacity);
        _enriched = new(Parameters.HandOffCapacity);
        _aggregated = new(Parameters.HandOffCapacity);
        _workers =
        [
            .. Threads(Parameters.ParseWorkers, () => Work(_raw, Parse, _parsed)),
            .. Threads(Parameters.EnrichWorkers, () => Work(_parsed, Enrich, _enriched)),
            .. Threads(1, () => Work(_enriched, Aggregate, _aggregated)),
            .. Threads(1, WriteAll),
        ];
        _workers.ForEach(thread => thread.Start());
    }

    // The source is the thread that is here anyway.
    protected override void Flow()
    {
        using (Units.Enter())
        {
            for (var number = 0; number < Parameters.Items; number++)
            {
                _raw.Add(Offer(number));
            }
        }

        AwaitWritten();
    }

    // Nothing is on its way any more, so all stages may end at once.
    protected override void Close()
    {
        _raw.CompleteAdding();
        _parsed.CompleteAdding();
        _enriched.CompleteAdding();
        _aggregated.CompleteAdding();
        _workers.ForEach(thread => thread.Join());
    }

    private IEnumerable<Thread> Threads(int workers, Action body) =>
        Enumerable.Range(0, workers).Select(_ => new Thread(() => Live(body)));

    private void Live(Action body)
    {
        using var unit = Units.Enter();
        body();
    }

    private static void Work<TIn, TOut>(
        BlockingCollection<TIn> from,
        Func<TIn, TOut> stage,
        BlockingCollection<TOut> to
    )
    {
        foreach (var item in from.GetConsumingEnumerable())
        {
            to.Add(stage(item));
        }
    }

    private void WriteAll()
    {
        foreach (var item in _aggregated.GetConsumingEnumerable())
        {
            Write(item);
        }
    }
}
