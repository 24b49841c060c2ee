namespace Bench.Analysis.Claims;

/// <summary>A claim, judged: an element of the outcomes of <c>claims --json</c>.</summary>
/// <param name="Id">Id of the claim.</param>
/// <param name="System">The system of the article that it is told of.</param>
/// <param name="Statement">What is claimed.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">What the judgement cannot show.</param>
/// <param name="Told">What the parts come to as told; null when none is judged so.</param>
/// <param name="Equal">What the parts come to on equal terms; null when none is judged so.</param>
/// <param name="Configuration">Which differences belonged to the configuration, in a sentence; null when none did.</param>
public sealed record LedgerEntry(
    string Id,
    string System,
    string Statement,
    string Source,
    string Note,
    LedgerSide? Told,
    LedgerSide? Equal,
    string? Configuration
)
{
    /// <summary>True when there is a sample for any part of it.</summary>
    internal bool IsMeasured =>
        new[] { Told, Equal }.Any(side =>
            side is { Outcome: not (ClaimOutcome.NotMeasured or ClaimOutcome.NotMeasurable) }
        );
}
