namespace Bench.Reporter.Interactive;

/// <summary>What the page's script draws from: the same figures as the tables.</summary>
/// <param name="Models">The run's models, in its order.</param>
/// <param name="Metrics">Every metric that some case has; elsewhere a metric is its index here.</param>
/// <param name="Nines">Where curves have their points: −log10(1 − quantile). A curve may end before the last.</param>
/// <param name="Workloads">The workloads, in the report's order; empty when no case has a figure.</param>
/// <param name="Capacities">Capacity curves; empty in every run but a capacity run.</param>
/// <param name="Beside">The run beside an earlier one; null when it stands alone.</param>
internal sealed record ExplorerData(
    IReadOnlyList<ExplorerModel> Models,
    IReadOnlyList<ExplorerMetric> Metrics,
    IReadOnlyList<double> Nines,
    IReadOnlyList<ExplorerWorkload> Workloads,
    IReadOnlyList<ExplorerCapacity> Capacities,
    ExplorerBeside? Beside
);
