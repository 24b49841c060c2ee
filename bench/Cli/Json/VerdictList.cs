using Bench.Analysis;

namespace Bench.Cli.Json;

/// <summary>The document of <c>compare --json</c>.</summary>
internal sealed record VerdictList(int SchemaVersion, IReadOnlyList<Verdict> Verdicts);
