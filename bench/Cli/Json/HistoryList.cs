namespace Bench.Cli.Json;

/// <summary>The document of <c>history list --json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="History">Where it is; never with a password.</param>
/// <param name="Machines">Kinds of machine that the runs are of.</param>
/// <param name="Runs">The runs, oldest first.</param>
internal sealed record HistoryList(
    int SchemaVersion,
    string History,
    IReadOnlyList<ListedMachine> Machines,
    IReadOnlyList<ListedRun> Runs
);
