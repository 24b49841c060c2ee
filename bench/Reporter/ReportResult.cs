namespace Bench.Reporter;

/// <summary>What was written, and what a terminal should say of it.</summary>
/// <param name="IndexPath">Path of <c>index.html</c>.</param>
/// <param name="Answers">The answers, one sentence each, in the order of the plan.</param>
/// <param name="Best">The same as rows of a table; none for a capacity run.</param>
/// <param name="Warnings">What makes the run less trustworthy, one sentence each.</param>
public sealed record ReportResult(
    string IndexPath,
    IReadOnlyList<string> Answers,
    IReadOnlyList<AnswerRow> Best,
    IReadOnlyList<string> Warnings
);
