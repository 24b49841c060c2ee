namespace Bench.Reporter.Interactive;

/// <summary>Changes that are one family.</summary>
/// <param name="Id">Id of the metric; empty for each workload's own.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Changes">One a case.</param>
internal sealed record ExplorerAsked(string Id, string Title, IReadOnlyList<ExplorerChange> Changes);
