namespace Bench.Reporter.Content;

/// <summary>A line on whether the run can be trusted.</summary>
/// <param name="Kind"><c>good</c>, <c>note</c> or <c>warning</c>.</param>
/// <param name="Text">What is to be known.</param>
internal sealed record Remark(string Kind, string Text)
{
    public const string Good = "good";
    public const string Note = "note";
    public const string Warning = "warning";

    /// <summary>The kind as a word, so that it does not hang on colour.</summary>
    public string Label =>
        Kind switch
        {
            Good => "Good",
            Warning => "Careful",
            _ => "Note",
        };
}
