using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each stage worker, with a bounded blocking queue between one stage and the next.</summary>
public class Pipeline : Workloads.Pipeline
{
    protected override void Flow()
    {
        using var raw = new BlockingCollection<RawItem>(Parameters.HandOffCapacity);
        using var parsed = new BlockingCollection<ParsedItem>(Parameters.HandOffCapacity);
        using var enriched = new BlockingCollection<EnrichedItem>(Parameters.HandOffCapacity);
        using var aggregated = new BlockingCollection<AggregatedItem>(Parameters.HandOffCapacity);

        var source = Start(1, () => OfferAll(raw));
        var parsers = Start(Parameters.ParseWorkers, () => Work(raw, Parse, parsed));
        var enrichers = Start(Parameters.EnrichWorkers, () => Work(parsed, Enrich, enriched));
        var aggregator = Start(1, () => Work(enriched, Aggregate, aggregated));
        var writer = Start(1, () => WriteAll(aggregated));

        source.ForEach(thread => thread.Join());
        raw.CompleteAdding();
        parsers.ForEach(thread => thread.Join());
        parsed.CompleteAdding();
        enrichers.ForEach(thread => thread.Join());
        enriched.CompleteAdding();
        aggregator.ForEach(thread => thread.Join());
        aggregated.CompleteAdding();
        writer.ForEach(thread => thread.Join());
    }

    private List<Thread> Start(int workers, Action body)
    {
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() => Live(body))).ToList();
        threads.ForEach(thread => thread.Start());
        return threads;
    }

    private void Live(Action body)
    {
        using var unit = Units.Enter();
        body();
    }

    private void OfferAll(BlockingCollection<RawItem> raw)
    {
        for (var number = 0; number < Parameters.Items; number++)
        {
            raw.Add(Offer(number));
        }
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

    private void WriteAll(BlockingCollection<AggregatedItem> aggregated)
    {
        foreach (var item in aggregated.GetConsumingEnumerable())
        {
            Write(item);
        }
    }
}
