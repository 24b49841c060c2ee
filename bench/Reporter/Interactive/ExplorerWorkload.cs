namespace Bench.Reporter.Interactive;

/// <summary>A workload.</summary>
/// <param name="Anchor">Anchor of its section, where its code is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Metric">Index of the metric that matters; null when no case has it.</param>
/// <param name="Scenarios">Its scenarios.</param>
/// <param name="Sweeps">Its sweeps.</param>
/// <param name="Code">What its lanes' code takes, in the order of the section's listings.</param>
internal sealed record ExplorerWorkload(
    string Anchor,
    string Title,
    int? Metric,
    IReadOnlyList<ExplorerScenario> Scenarios,
    IReadOnlyList<ExplorerSweep> Sweeps,
    IReadOnlyList<ExplorerCode> Code
);
