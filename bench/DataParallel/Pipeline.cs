using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.DataParallel;

/// <summary>
/// A parallel loop over the items, each of which goes through all stages in one iteration: parsed and enriched beside others,
/// aggregated and written under a lock each. The loop fetches an item when somebody is free for it, which is what holds the source back.
/// </summary>
public class Pipeline : Workloads.Pipeline
{
    private readonly Lock _aggregating = new();
    private readonly Lock _writing = new();

    protected override void Flow()
    {
        var items = Partitioner.Create(
            Enumerable.Range(0, Parameters.Items).Select(Offer),
            EnumerablePartitionerOptions.NoBuffering
        );
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Parameters.ParseWorkers + Parameters.EnrichWorkers,
        };
        Parallel.ForEach(items, options, Walk);
    }

    private void Walk(RawItem raw)
    {
        using var unit = Units.Enter();
        var enriched = Enrich(Parse(raw));
        AggregatedItem aggregated;
        lock (_aggregating)
        {
            aggregated = Aggregate(enriched);
        }

        lock (_writing)
        {
            Write(aggregated);
        }
    }
}
