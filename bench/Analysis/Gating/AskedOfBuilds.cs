namespace Bench.Analysis.Gating;

/// <summary>One question to a run of two builds.</summary>
/// <param name="Pair">The case by base, and by this tree.</param>
/// <param name="Metric">In what.</param>
public sealed record AskedOfBuilds(HeadlinePair Pair, Metric Metric)
{
    /// <summary>True for the workload's own metric, false for one that is watched beside it.</summary>
    public bool IsOwn => Metric == Pair.Scenario.Metric;
}
