using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>Plain recursion: a unit is a call of the method.</summary>
public class Forkjoin : Workloads.Forkjoin
{
    protected override Subtotal Build(LeafRange root)
    {
        using var unit = Units.Enter();
        if (root.IsLowest)
        {
            return root.Sum();
        }

        var total = Subtotal.OfForkingUnit;
        for (var part = 0; part < LeafRange.Parts; part++)
        {
            total += Build(root.Part(part));
        }

        return total;
    }
}
