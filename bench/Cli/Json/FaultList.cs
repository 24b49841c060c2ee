using Bench.Analysis.Faults;

namespace Bench.Cli.Json;

/// <summary>The document of <c>faults --json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Run">Names these trials.</param>
/// <param name="Faults">One a fault and model.</param>
internal sealed record FaultList(int SchemaVersion, string Run, IReadOnlyList<FaultFinding> Faults);
