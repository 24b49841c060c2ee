using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What one branch has made of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Branch">The branch, from 0.</param>
/// <param name="Value">Hangs on the item's number and the branch.</param>
public readonly record struct DiamondPart(HandoffItem Item, int Branch, ulong Value)
{
    /// <summary>The branch's work, which is next to nothing. Any number of units at once.</summary>
    public static DiamondPart Of(HandoffItem item, int branch) =>
        new(item, branch, SplitMix64.Mix(((ulong)branch << 32) ^ (ulong)item.Number));
}
