namespace Bench.Analysis.Words;

/// <summary>A word of the suite, explained.</summary>
/// <param name="Word">The word as it stands in tables, JSON and options.</param>
/// <param name="Kind">What it is: a metric, a verdict, a claim's outcome, terms, or a word of measurement.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Reading">How to read it, and what it cannot show.</param>
public sealed record GlossaryEntry(string Word, string Kind, string Meaning, string Reading);
