namespace Bench.Reporter.Interactive;

/// <summary>A case's change between two runs.</summary>
/// <param name="Case">Index of the case.</param>
/// <param name="Metric">Index of the metric.</param>
/// <param name="Before">The earlier run's centre; null when it has none.</param>
/// <param name="After">The later run's centre; null when it has none.</param>
/// <param name="Ratio">After ÷ before; null when there is none.</param>
/// <param name="Low">Lower end of its 99 % interval; null when it has none.</param>
/// <param name="High">Upper end of its 99 % interval; null when it has none.</param>
/// <param name="Outcome">0 inconclusive, 1 equivalent, 2 better, 3 worse.</param>
/// <param name="Reason">What a reader must know beside it; null when the figures speak for themselves.</param>
internal sealed record ExplorerChange(
    int Case,
    int Metric,
    double? Before,
    double? After,
    double? Ratio,
    double? Low,
    double? High,
    int Outcome,
    string? Reason
);
