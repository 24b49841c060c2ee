using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A few workers for each stage, with a bounded channel between one stage and the next.</summary>
public class Pipeline : Workloads.Pipeline
{
    private Channel<RawItem> _raw = null!;
    private Task[] _stages = [];

    protected override void Open()
    {
        _raw = Channel.CreateBounded<RawItem>(Parameters.HandOffCapacity);
        var parsed = Channel.CreateBounded<ParsedItem>(Parameters.HandOffCapacity);
        var enriched = Channel.CreateBounded<EnrichedItem>(Parameters.HandOffCapacity);
        var aggregated = Channel.CreateBounded<AggregatedItem>(Parameters.HandOffCapacity);
        _stages =
        [
            StageAsync(Parameters.ParseWorkers, _raw.Reader, Parse, parsed.Writer),
            StageAsync(Parameters.EnrichWorkers, parsed.Reader, Enrich, enriched.Writer),
            StageAsync(1, enriched.Reader, Aggregate, aggregated.Writer),
            Task.Run(() => WriteAllAsync(aggregated.Reader)),
        ];
    }

    protected override void Flow()
    {
        Task.Run(OfferAllAsync).Wait();
        AwaitWritten();
    }

    protected override void Close()
    {
        _raw.Writer.Complete();
        Task.WaitAll(_stages);
    }

    private async Task OfferAllAsync()
    {
        using var unit = Units.Enter();
        for (var number = 0; number < Parameters.Items; number++)
        {
            await _raw.Writer.WriteAsync(Offer(number));
        }
    }

    private async Task StageAsync<TIn, TOut>(
        int workers,
        ChannelReader<TIn> from,
        Func<TIn, TOut> stage,
        ChannelWriter<TOut> to
    )
    {
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync)));
        to.Complete();

        async Task WorkAsync()
        {
            using var unit = Units.Enter();
            try
            {
                // ReadAllAsync would wake every waiting worker for each item.
                while (true)
                {
                    var item = await from.ReadAsync();
                    await to.WriteAsync(stage(item));
                }
            }
            catch (ChannelClosedException) { }
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
