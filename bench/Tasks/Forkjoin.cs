using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task for each node; a node that forks runs ten tasks and awaits them together.</summary>
public class Forkjoin : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root) =>
        Task.Run(() => SumAsync(root)).GetAwaiter().GetResult();

    private async Task<Subtotal> SumAsync(LeafRange range)
    {
        using var unit = Units.Enter();
        if (range.IsLowest)
        {
            return range.Sum();
        }

        var parts = new Task<Subtotal>[LeafRange.Parts];
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            var part = range.Part(i);
            parts[i] = Task.Run(() => SumAsync(part));
        }

        var subtotals = await Task.WhenAll(parts);
        return subtotals.Aggregate(Subtotal.OfForkingUnit, Subtotal.Add);
    }
}
