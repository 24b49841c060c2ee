using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A few workers for each stage, with a bounded channel between one stage and the next.</summary>
public class Pipeline : Workloads.Pipeline
{
    protected override void Flow()
    {
        var raw = Channel.CreateBounded<RawItem>(Parameters.HandOffCapacity);
        var parsed = Channel.CreateBounded<ParsedItem>(Parameters.HandOffCapacity);
        var enriched = Channel.CreateBounded<EnrichedItem>(Parameters.HandOffCapacity);
        var aggregated = Channel.CreateBounded<AggregatedItem>(Parameters.HandOffCapacity);

        Task.WaitAll(
            Task.Run(() => OfferAllAsync(raw.Writer)),
            StageAsync(Parameters.ParseWorkers, raw.Reader, Parse, parsed.Writer),
            StageAsync(Parameters.EnrichWorkers, parsed.Reader, Enrich, enriched.Writer),
            StageAsync(1, enriched.Reader, Aggregate, aggregated.Writer),
            Task.Run(() => WriteAllAsync(aggregated.Reader))
        );
    }

    private async Task OfferAllAsync(ChannelWriter<RawItem> raw)
    {
        using var unit = Units.Enter();
        for (var number = 0; number < Parameters.Items; number++)
        {
            await raw.WriteAsync(Offer(number));
        }

        raw.Complete();
    }

    private async Task StageAsync<TIn, TOut>(
        int workers,
        ChannelReader<TIn> from,
        Func<TIn, TOut> stage,
        ChannelWriter<TOut> to
    )
        where TIn : class
    {
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync)));
        to.Complete();

        async Task WorkAsync()
        {
            using var unit = Units.Enter();
            while (await from.NextAsync() is { } item)
            {
                await to.WriteAsync(stage(item));
            }
        }
    }

    private async Task WriteAllAsync(ChannelReader<AggregatedItem> aggregated)
    {
        using var unit = Units.Enter();
        await foreach (var item in aggregated.ReadAllAsync())
        {
            Write(item);
        }
    }
}
