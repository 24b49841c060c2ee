namespace Bench.Reporter.Interactive;

/// <summary>What a lane's code takes; its text is in the page already.</summary>
/// <param name="Path">Where it stands in the repository.</param>
/// <param name="Counts">Statements, tokens, branches, deepest nesting, fields that can be set; null when they were not counted.</param>
internal sealed record ExplorerCode(string Path, IReadOnlyList<int>? Counts);
