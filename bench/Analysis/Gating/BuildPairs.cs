namespace Bench.Analysis.Gating;

/// <summary>What a run of two builds compares: every case of this tree with the same case of the base build.</summary>
public static class BuildPairs
{
    /// <summary>In the plan's order.</summary>
    public static IReadOnlyList<HeadlinePair> Of(RunAnalysis run) =>
        [
            .. from scenario in run.Scenarios
            from head in scenario.Arms
            where head.Case.Competes
            from other in scenario.Arms
            where other.Case.Build is not null && other.Case.Case == head.Case.OfBase().Case
            select new HeadlinePair(scenario, other, head),
        ];

    /// <summary>
    /// The same with the metrics that each is judged by: the workload's own always, what is watched beside it where
    /// both builds tell it.
    /// </summary>
    public static IReadOnlyList<AskedOfBuilds> Asked(RunAnalysis run) =>
        [
            .. from pair in Of(run)
            from metric in GateMetrics.Of(pair.Scenario)
            where
                metric == pair.Scenario.Metric || (Has(pair.Baseline, metric) && Has(pair.Contender, metric))
            select new AskedOfBuilds(pair, metric),
        ];

    private static bool Has(Arm arm, Metric metric) => arm.Values(metric).Count > 0;
}
