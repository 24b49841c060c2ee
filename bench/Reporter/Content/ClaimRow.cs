namespace Bench.Reporter.Content;

/// <summary>A part of a claim on one kind of terms, judged.</summary>
/// <param name="Part">Title of the part.</param>
/// <param name="Terms">The terms in words; empty for a part that has none.</param>
/// <param name="Arms">What is compared.</param>
/// <param name="Claimed">The threshold.</param>
/// <param name="Word">Sign and word of the outcome.</param>
/// <param name="Kind">Its class.</param>
/// <param name="Figure">The figure with its 99 % interval, and what a reader must know.</param>
/// <param name="Strips">The interval beside the threshold, drawn; none without an interval.</param>
/// <param name="Anchor">Anchor of the case's scenario in the page; empty when the run has none.</param>
/// <param name="Metric">Id of the metric; empty when there is none.</param>
internal sealed record ClaimRow(
    string Part,
    string Terms,
    string Arms,
    string Claimed,
    string Word,
    string Kind,
    string Figure,
    IReadOnlyList<ClaimStrip> Strips,
    string Anchor,
    string Metric
);
