namespace Bench.Cli.Json;

/// <summary>What an option takes of one criterion: an element of an option of <c>decision.json</c>.</summary>
internal sealed record DecidedCost(string Criterion, string Unit, double Value, double? Low, double? High);
