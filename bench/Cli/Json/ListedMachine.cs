namespace Bench.Cli.Json;

/// <summary>A kind of machine, of <c>history list --json</c>.</summary>
internal sealed record ListedMachine(string Fingerprint, string Words, int Runs);
