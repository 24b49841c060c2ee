using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block for each stage, linked to the next; one that is full leaves an item with the block before it.</summary>
public class Pipeline : Workloads.Pipeline
{
    private TransformBlock<RawItem, ParsedItem> _parse = null!;
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _parse = new(Parse, Stage(Parameters.ParseWorkers));
        var enrich = new TransformBlock<ParsedItem, EnrichedItem>(Enrich, Stage(Parameters.EnrichWorkers));
        var aggregate = new TransformBlock<EnrichedItem, AggregatedItem>(Aggregate, Stage(1));
        var write = new ActionBlock<AggregatedItem>(Write, Stage(1));
        var link = new DataflowLinkOptions { PropagateCompletion = true };
        _parse.LinkTo(enrich, link);
        enrich.LinkTo(aggregate, link);
        aggregate.LinkTo(write, link);
        _ended = Units.CountAsync(_parse, enrich, aggregate, write);
    }

    protected override void Flow()
    {
        Task.Run(OfferAllAsync).Wait();
        AwaitWritten();
    }

    protected override void Close()
    {
        _parse.Complete();
        _ended.Wait();
    }

    private async Task OfferAllAsync()
    {
        using var unit = Units.Enter();
        for (var number = 0; number < Parameters.Items; number++)
        {
            await _parse.SendAsync(Offer(number));
        }
    }

    // A block's capacity counts what is in work, too.
    private ExecutionDataflowBlockOptions Stage(int workers) =>
        new()
        {
            MaxDegreeOfParallelism = workers,
            BoundedCapacity = Parameters.HandOffCapacity + workers,
            EnsureOrdered = false,
        };
}
