using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each stage worker, with a bounded blocking queue between one stage and the next.</summary>
public class Pipeline : Workloads.Pipeline
{
    protected override void Flow()
    {
        var raw = new BoundedQueue<RawItem>(Parameters.HandOffCapacity);
        var parsed = new BoundedQueue<ParsedItem>(Parameters.HandOffCapacity);
        var enriched = new BoundedQueue<EnrichedItem>(Parameters.HandOffCapacity);
        var aggregated = new BoundedQueue<AggregatedItem>(Parameters.HandOffCapacity);

        var source = Start(1, () => OfferAll(raw));
        var parsers = Start(Parameters.ParseWorkers, () => Work(raw, Parse, parsed));
        var enrichers = Start(Parameters.EnrichWorkers, () => Work(parsed, Enrich, enriched));
        var aggregator = Start(1, () => Work(enriched, Aggregate, aggregated));
        var writer = Start(1, () => WriteAll(aggregated));

        source.ForEach(thread => thread.Join());
        raw.Complete();
        parsers.ForEach(thread => thread.Join());
        parsed.Complete();
        enrichers.ForEach(thread => thread.Join());
        enriched.Complete();
        aggregator.ForEach(thread => thread.Join());
        aggregated.Complete();
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

    private void OfferAll(BoundedQueue<RawItem> raw)
    {
        for (var number = 0; number < Parameters.Items; number++)
        {
            raw.Add(Offer(number));
        }
    }

    private static void Work<TIn, TOut>(BoundedQueue<TIn> from, Func<TIn, TOut> stage, BoundedQueue<TOut> to)
    {
        while (from.TryTake(out var item))
        {
            to.Add(stage(item));
        }
    }

    private void WriteAll(BoundedQueue<AggregatedItem> aggregated)
    {
        while (aggregated.TryTake(out var item))
        {
            Write(item);
        }
    }
}
