namespace Bench.Reporter.Interactive;

/// <summary>A case, or a copy of one, with its figures.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Name">What it is called in tables and pictures.</param>
/// <param name="Model">Index of its model.</param>
/// <param name="Open">True for a variant other than the default: its marker is open.</param>
/// <param name="Competes">False for the A/A copy and what was slowed on purpose.</param>
/// <param name="WhyNone">Why it has no figure; null when it has.</param>
/// <param name="Figures">
/// For each metric that it has: index, centre, ends of the 95 % interval (null from one launch) and number of launches,
/// the values to as many digits as leave the printed figure as it is.
/// </param>
/// <param name="Tail">
/// Latency in nanoseconds at each of the nines that its operations bear: all launches merged, the lowest and the highest launch.
/// </param>
/// <param name="Heat">Latency over time; null when the run has none.</param>
/// <param name="Code">Index of its listing; null when the run did not keep its code.</param>
internal sealed record ExplorerArm(
    string Case,
    string Name,
    int Model,
    bool Open,
    bool Competes,
    string? WhyNone,
    IReadOnlyList<double?[]> Figures,
    IReadOnlyList<double[]>? Tail,
    ExplorerHeat? Heat,
    int? Code
);
