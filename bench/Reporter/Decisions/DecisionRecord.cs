namespace Bench.Reporter.Decisions;

/// <summary>An architecture decision record in the form of MADR 4 (Markdown Architectural Decision Records).</summary>
/// <param name="Title">Problem and answer in a line.</param>
/// <param name="Status"><c>proposed</c>: accepting it is for those who decide.</param>
/// <param name="Date">Day of the record, UTC.</param>
/// <param name="Verdict">The answer in a paragraph, for those who read no further.</param>
/// <param name="Kind">How it is told at a glance: <c>good</c>, <c>note</c> or <c>warning</c>.</param>
/// <param name="Sections">The parts in their order.</param>
internal sealed record DecisionRecord(
    string Title,
    string Status,
    string Date,
    string Verdict,
    string Kind,
    IReadOnlyList<RecordSection> Sections
);
