namespace Bench.Analysis.Gating;

/// <summary>What a gate says of one case in one metric.</summary>
/// <param name="Pair">The two arms: base, and this tree.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Verdict">This tree against base.</param>
/// <param name="Outcome">The word.</param>
/// <param name="LooksWorse">True when it looks worse by more than is allowed, whether or not that is shown.</param>
/// <param name="Reason">Why, where the figures do not speak for themselves; null where they do.</param>
public sealed record GateFinding(
    HeadlinePair Pair,
    Metric Metric,
    Verdict Verdict,
    GateOutcome Outcome,
    bool LooksWorse,
    string? Reason
)
{
    /// <summary>Permanent id of the case.</summary>
    public string Case => Pair.Contender.Case.Case;

    /// <summary>
    /// True for the workload's own metric, which the gate waits for; false for one that is watched beside it, which can fail
    /// the gate but leaves it no less decided.
    /// </summary>
    public bool Decides => Metric == Pair.Scenario.Metric;
}
