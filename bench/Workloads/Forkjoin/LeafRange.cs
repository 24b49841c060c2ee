namespace Bench.Workloads;

/// <summary>The leaves of one unit and all units below it. A leaf's worth is its number.</summary>
/// <param name="First">Number of the first leaf.</param>
/// <param name="Count">How many leaves.</param>
/// <param name="LeavesPerUnit">Most leaves that a unit sums by itself.</param>
public readonly record struct LeafRange(long First, long Count, long LeavesPerUnit)
{
    /// <summary>Parts that a range is forked into.</summary>
    public const int Parts = 10;

    /// <summary>True when a unit sums the range by itself; otherwise it forks.</summary>
    public bool IsLowest => Count <= LeavesPerUnit;

    /// <summary>One of the ten parts, as even as can be.</summary>
    public LeafRange Part(int part)
    {
        var from = Count * part / Parts;
        return this with { First = First + from, Count = (Count * (part + 1) / Parts) - from };
    }

    /// <summary>The sum of a lowest range, leaf by leaf, by one unit.</summary>
    public Subtotal Sum()
    {
        var sum = 0L;
        for (var leaf = First; leaf < First + Count; leaf++)
        {
            sum += leaf;
        }

        return new Subtotal(sum, Units: 1);
    }

    /// <summary>The sequential oracle: the whole tree by plain recursion.</summary>
    public Subtotal SumSequentially()
    {
        if (IsLowest)
        {
            return Sum();
        }

        var total = Subtotal.OfForkingUnit;
        for (var part = 0; part < Parts; part++)
        {
            total += Part(part).SumSequentially();
        }

        return total;
    }
}
