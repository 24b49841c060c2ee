using Bench.Analysis.Floors;

namespace Bench.Cli.Json;

/// <summary>The document of <c>floors --json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Floors">What was found.</param>
internal sealed record FloorList(int SchemaVersion, FloorFindings Floors);
