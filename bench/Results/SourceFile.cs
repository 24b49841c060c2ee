namespace Bench.Results;

/// <summary>Code of a lane as it was run: an element of <c>sources.json</c>.</summary>
public sealed record SourceFile(string Path, string Text);
