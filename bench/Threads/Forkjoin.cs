using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for each node; a node that forks starts ten threads and joins them.</summary>
public class Forkjoin : Workloads.Forkjoin
{
    private const int MostThreads = 8_000;

    protected override string? OutOfReach(ForkjoinParameters parameters) =>
        parameters.Leaves / parameters.LeavesPerUnit > MostThreads
            ? $"more than {MostThreads} threads would be alive at once"
            : null;

    protected override Subtotal Build(LeafRange root)
    {
        var total = default(Subtotal);
        var unit = Start(root, subtotal => total = subtotal);
        unit.Join();
        return total;
    }

    private Thread Start(LeafRange range, Action<Subtotal> deliver)
    {
        var thread = new Thread(() => deliver(Sum(range)));
        thread.Start();
        return thread;
    }

    private Subtotal Sum(LeafRange range)
    {
        using var unit = Units.Enter();
        if (range.IsLowest)
        {
            return range.Sum();
        }

        var subtotals = new Subtotal[LeafRange.Parts];
        var threads = new Thread[LeafRange.Parts];
        for (var i = 0; i < LeafRange.Parts; i++)
        {
            var part = i;
            threads[part] = Start(range.Part(part), subtotal => subtotals[part] = subtotal);
        }

        Array.ForEach(threads, thread => thread.Join());
        return subtotals.Aggregate(Subtotal.OfForkingUnit, Subtotal.Add);
    }
}
