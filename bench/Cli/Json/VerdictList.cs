using Bench.Analysis;

namespace Bench.Cli.Json;

/// <summary>The document of <c>compare --json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Runs">Ids of the runs: one, or before and after.</param>
/// <param name="Margin">The largest relative difference that does not matter.</param>
/// <param name="Notes">What a reader must know beside the verdicts.</param>
/// <param name="Verdicts">The verdicts.</param>
internal sealed record VerdictList(
    int SchemaVersion,
    IReadOnlyList<string> Runs,
    double Margin,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Verdict> Verdicts
);
