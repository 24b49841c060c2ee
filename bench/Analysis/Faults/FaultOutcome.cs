namespace Bench.Analysis.Faults;

/// <summary>What is to be said of a fault trial.</summary>
public enum FaultOutcome
{
    /// <summary>Everything that was acknowledged is held, once.</summary>
    Kept,

    /// <summary>A model that keeps its state in memory has lost acknowledged writes, as it may.</summary>
    LostState,

    /// <summary>A promise was broken.</summary>
    Incorrect,

    /// <summary>This machine does not allow the fault.</summary>
    Skipped,

    /// <summary>There are no figures.</summary>
    Failed,
}
