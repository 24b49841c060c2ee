namespace Bench.Reporter.Content;

/// <summary>What a claim comes to on one kind of terms.</summary>
/// <param name="Terms">The terms in words.</param>
/// <param name="Word">Sign and word of the outcome.</param>
/// <param name="Kind"><c>holds</c>, <c>refuted</c>, <c>undecided</c> or <c>absent</c>.</param>
/// <param name="Claimed">The threshold of the part that decides it; empty when it has none.</param>
/// <param name="Reason">The figure of the part that decides it, and how many parts hold.</param>
/// <param name="Strips">That part's interval beside its threshold, drawn; none without an interval.</param>
internal sealed record ClaimSide(
    string Terms,
    string Word,
    string Kind,
    string Claimed,
    string Reason,
    IReadOnlyList<ClaimStrip> Strips
);
