namespace Bench.Workloads;

/// <summary>The totals by key. Not safe for several units at once: that is the model's part.</summary>
/// <param name="keys">Number of keys.</param>
public sealed class PipelineTotals(int keys)
{
    private readonly long[] _cents = new long[keys];

    /// <summary>Sum of each key's items, cents.</summary>
    public IReadOnlyList<long> Cents => _cents;

    /// <summary>Adds the item to its key's total.</summary>
    public AggregatedItem Aggregate(EnrichedItem item, int rounds)
    {
        _cents[item.Key] += item.Cents;
        return new(item.OfferedAt, item.Number, PipelineKernel.Work(item.Digest, rounds));
    }
}
