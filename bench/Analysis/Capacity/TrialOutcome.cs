namespace Bench.Analysis.Capacity;

/// <summary>What one launch under one load says.</summary>
public enum TrialOutcome
{
    /// <summary>Every objective was met.</summary>
    Met,

    /// <summary>At least one objective was missed.</summary>
    Missed,

    /// <summary>Nothing: the sample is not valid (a late load generator, for example) or lacks a figure.</summary>
    Unmeasured,

    /// <summary>The lane hung, crashed or broke its invariant: it has no capacity.</summary>
    Broken,
}
