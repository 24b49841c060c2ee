namespace Bench.Analysis;

/// <summary>What tracing costs: every traced arm against the same case untraced, in the same rounds.</summary>
public static class TracingCost
{
    /// <summary>What it may cost, beside the workload's own metric that matters.</summary>
    private static readonly Metric[] s_asked =
    [
        Metrics.Throughput,
        Metrics.Mean,
        Metrics.P99,
        Metrics.ProcessorSecondsPerOperation,
        Metrics.AllocatedPerOperation,
    ];

    /// <summary>The metrics that are compared in a scenario.</summary>
    public static IReadOnlyList<Metric> Asked(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. s_asked.Prepend(scenario.Metric).Distinct()];
    }

    /// <summary>The traced arms of a scenario, each with the one that it is a copy of.</summary>
    public static IEnumerable<(Arm Untraced, Arm Traced)> Pairs(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return from traced in scenario.Arms
            where traced.Case is { Traced: true, Replica: 0 }
            from untraced in scenario.Arms
            where untraced.Case.Competes && untraced.Case.WithTrace().Case == traced.Case.Case
            select (untraced, traced);
    }

    /// <summary>The verdicts of one scenario on its traced arms in every metric asked, one family (Benjamini–Hochberg).</summary>
    public static IReadOnlyList<Verdict> Of(Scenario scenario)
    {
        var asked = Asked(scenario);
        return Family.BenjaminiHochberg([
            .. from pair in Pairs(scenario)
            from metric in asked
            select Comparison.Compare(pair.Untraced, pair.Traced, metric),
        ]);
    }
}
