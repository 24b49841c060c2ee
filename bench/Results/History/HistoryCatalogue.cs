namespace Bench.Results.History;

/// <summary>What a history has series of.</summary>
/// <param name="Cases">Permanent ids with their workloads, in order of the ids.</param>
/// <param name="Metrics">Ids, in order.</param>
public sealed record HistoryCatalogue(
    IReadOnlyList<(string Case, string Workload)> Cases,
    IReadOnlyList<string> Metrics
);
