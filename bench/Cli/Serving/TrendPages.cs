namespace Bench.Cli.Serving;

/// <summary>What <c>trend --out</c> would write, in memory.</summary>
/// <param name="Html"><c>index.html</c>.</param>
/// <param name="Markdown"><c>trend.md</c>.</param>
/// <param name="Json"><c>trend.json</c>.</param>
internal sealed record TrendPages(string Html, string Markdown, string Json);
