namespace Bench.Reporter.Content;

/// <summary>A column's heading.</summary>
internal sealed record Column(string Text, bool Numeric);
