namespace Bench.Reporter.Content;

/// <summary>A name and what it stands for.</summary>
internal sealed record Fact(string Name, string Text);
