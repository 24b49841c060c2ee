using Bench.Analysis.Claims;

namespace Bench.Cli.Json;

/// <summary>The document of <c>claims --json</c>.</summary>
/// <param name="SchemaVersion">Version of this schema.</param>
/// <param name="Claims">One a part, terms and contender.</param>
/// <param name="Outcomes">One a claim, as told and on equal terms.</param>
internal sealed record ClaimList(
    int SchemaVersion,
    IReadOnlyList<LedgerLine> Claims,
    IReadOnlyList<LedgerEntry> Outcomes
);
