namespace Bench.Cli.Json;

/// <summary>The document of <c>crossovers --json</c>.</summary>
internal sealed record CrossoverList(
    int SchemaVersion,
    string Run,
    IReadOnlyList<ListedCrossover> Crossovers
);
