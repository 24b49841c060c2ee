namespace Bench.Analysis.Gating;

/// <summary>What a gate looks at.</summary>
public static class GateMetrics
{
    /// <summary>Watched in every workload beside its own metric: they can fail the gate, but do not keep it undecided.</summary>
    public static IReadOnlyList<Metric> Watched { get; } =
    [Metrics.ProcessorSecondsPerOperation, Metrics.AllocatedPerOperation, Metrics.PeakResident];

    /// <summary>The workload's own metric first, then those watched.</summary>
    public static IReadOnlyList<Metric> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. Watched.Prepend(scenario.Metric).Distinct()];
    }
}
