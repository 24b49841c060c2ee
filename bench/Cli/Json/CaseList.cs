using Bench.Results;

namespace Bench.Cli.Json;

/// <summary>The document of <c>list --json</c>.</summary>
internal sealed record CaseList(
    int SchemaVersion,
    IReadOnlyList<ListedCase> Cases,
    IReadOnlyList<LeftOut> LeftOut
);
