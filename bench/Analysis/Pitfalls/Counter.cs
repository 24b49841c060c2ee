namespace Bench.Analysis.Pitfalls;

/// <summary>A figure that can be watched in production, of the wrong lane beside the right one.</summary>
/// <param name="Name">As dotnet-counters has it, where it does.</param>
/// <param name="Unit">Its unit; empty for plain numbers.</param>
/// <param name="Wrong">Of the wrong lane's launch that was caught; null when it left no figures.</param>
/// <param name="Right">Of the right lane's launch; null when it left no figures.</param>
public sealed record Counter(string Name, string Unit, double? Wrong, double? Right);
