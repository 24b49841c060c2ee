namespace Bench.Results;

/// <summary>Something that a reader of concurrent code has to know, such as a block of a library.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Identifiers">Identifiers of C# under which code meets it; parts of one primitive are one.</param>
public sealed record ConcurrencyPrimitive(string Name, IReadOnlyList<string> Identifiers);
