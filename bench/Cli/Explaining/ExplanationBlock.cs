namespace Bench.Cli.Explaining;

/// <summary>Named facts under a title.</summary>
/// <param name="Title">The title.</param>
/// <param name="Facts">Names and what is said of each.</param>
internal sealed record ExplanationBlock(string Title, IReadOnlyList<(string Name, string Text)> Facts);
