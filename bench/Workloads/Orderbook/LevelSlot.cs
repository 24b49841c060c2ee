namespace Bench.Workloads;

/// <summary>The orders of one price, as a list of indices.</summary>
internal struct LevelSlot
{
    public int First;
    public int Last;
}
