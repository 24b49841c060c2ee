namespace Bench.Analysis;

/// <summary>What a measured window looks like over time, from best to worst.</summary>
public enum SteadyState
{
    /// <summary>Too few slices to tell.</summary>
    Unknown,

    /// <summary>No part differs from the second half by more than the tolerance.</summary>
    Steady,

    /// <summary>The first half still changes, the second does not.</summary>
    Warming,

    /// <summary>It goes one way from beginning to end.</summary>
    Drifting,

    /// <summary>It changes in another way: jumps, stalls, swings.</summary>
    Unsteady,
}
