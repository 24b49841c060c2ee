namespace Bench.Reporter.Interactive;

/// <summary>A lane's capacity curve.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Model">Index of its model.</param>
/// <param name="Open">True for a variant other than the default.</param>
/// <param name="Terms"><c>told</c> or <c>equal</c>.</param>
/// <param name="Alike">True when it is the same on both terms.</param>
/// <param name="Capacity">Its capacity with its interval, or why there is none.</param>
/// <param name="Loads">By offered load, ascending.</param>
internal sealed record ExplorerLane(
    string Name,
    int Model,
    bool Open,
    string Terms,
    bool Alike,
    string Capacity,
    IReadOnlyList<ExplorerLoad> Loads
);
