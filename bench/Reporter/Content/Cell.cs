namespace Bench.Reporter.Content;

/// <summary>One cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Detail">The interval or other small print; empty when there is none.</param>
/// <param name="Kind"><c>figure</c>, <c>best</c> (a figure shown to be better than every other), <c>word</c>, <c>note</c> (a sentence), <c>code</c>,
/// or an outcome, of a claim (worse than before is <c>refuted</c>, better <c>holds</c>): <c>holds</c>, <c>refuted</c>, <c>undecided</c>, <c>absent</c>.</param>
internal sealed record Cell(string Text, string Detail, string Kind)
{
    /// <summary>Where its text leads; empty for nowhere.</summary>
    public string Link { get; init; } = "";

    public static Cell Word(string text) => new(text, "", "word");

    public static Cell Code(string text) => new(text, "", "code");

    public static Cell Figure(string text, string detail = "") => new(text, detail, "figure");
}
