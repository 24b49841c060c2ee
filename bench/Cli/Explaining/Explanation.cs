namespace Bench.Cli.Explaining;

/// <summary>An explanation: a heading, a paragraph or two, and named facts in blocks.</summary>
/// <param name="Heading">What is explained.</param>
/// <param name="Paragraphs">In words.</param>
/// <param name="Blocks">Facts.</param>
internal sealed record Explanation(
    string Heading,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<ExplanationBlock> Blocks
);
