namespace Bench.Analysis.Capacity;

/// <summary>What a search came to.</summary>
public enum CapacityState
{
    /// <summary>Launches are still to be taken.</summary>
    Unfinished,

    /// <summary>A capacity with an interval.</summary>
    Found,

    /// <summary>The objectives were met as far as loads could be offered: the capacity is not lower.</summary>
    AtLeast,

    /// <summary>The objectives are missed under the lowest load, too.</summary>
    BelowLowest,

    /// <summary>The launches are too few or contradict each other.</summary>
    Undecided,

    /// <summary>The lane hung, crashed or broke its invariant.</summary>
    Broken,
}
