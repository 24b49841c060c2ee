using Bench.Workloads;

namespace Bench.DataParallel;

/// <summary>A parallel loop over the ten parts of each node that forks; loops nest as deep as the tree.</summary>
public class Forkjoin : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root)
    {
        using var unit = Units.Enter();
        if (root.IsLowest)
        {
            return root.Sum();
        }

        var subtotals = new Subtotal[LeafRange.Parts];
        Parallel.For(0, LeafRange.Parts, part => subtotals[part] = Build(root.Part(part)));
        return subtotals.Aggregate(Subtotal.OfForkingUnit, Subtotal.Add);
    }
}
