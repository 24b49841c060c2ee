namespace Bench.Reporter.Content;

/// <summary>Code of a lane.</summary>
/// <param name="Title">Whose code it is.</param>
/// <param name="Path">Where it stands in the repository.</param>
/// <param name="Text">The code.</param>
/// <param name="Fence">Backticks enough to close it in Markdown.</param>
internal sealed record Listing(string Title, string Path, string Text, string Fence)
{
    /// <summary>The language as Markdown's readers know it: by the file's ending.</summary>
    public string Language => System.IO.Path.GetExtension(Path).TrimStart('.');

    public int Lines => Text.AsSpan().TrimEnd().Count('\n') + 1;
}
