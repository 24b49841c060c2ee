namespace Bench.Reporter.Interactive;

/// <summary>The capacity curves of one workload.</summary>
/// <param name="Anchor">Anchor of its section.</param>
/// <param name="Metric">Title of the latency that the loads are held against.</param>
/// <param name="Unit">Its unit, in camelCase.</param>
/// <param name="Limit">What the service level asks of it; null when it asks nothing.</param>
/// <param name="Level">The same in words; null when there is none.</param>
/// <param name="Lanes">The lanes, in the plan's order.</param>
internal sealed record ExplorerCapacity(
    string Anchor,
    string Metric,
    string Unit,
    double? Limit,
    string? Level,
    IReadOnlyList<ExplorerLane> Lanes
);
