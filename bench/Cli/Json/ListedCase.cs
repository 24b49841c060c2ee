using Bench.Results;

namespace Bench.Cli.Json;

/// <summary>A case of <c>list --json</c>.</summary>
internal sealed record ListedCase(
    string Case,
    string Workload,
    string Model,
    string Variant,
    string Terms,
    ParameterSet Parameters,
    ParameterSet Configuration,
    IReadOnlyList<string> Presets,
    string? OutOfReach
);
