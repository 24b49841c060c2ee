namespace Bench.Cli.Json;

/// <summary>The document of <c>verify --pitfalls --json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Run">Names these trials.</param>
/// <param name="Pitfalls">One a pitfall.</param>
internal sealed record PitfallList(int SchemaVersion, string Run, IReadOnlyList<ListedPitfall> Pitfalls);
