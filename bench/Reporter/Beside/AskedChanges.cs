using Bench.Analysis;

namespace Bench.Reporter.Beside;

/// <summary>Every case that both runs have, in one metric: the changes are one family (Holm).</summary>
/// <param name="Metric">The metric; null for each workload's own.</param>
/// <param name="Changes">In the later run's order.</param>
internal sealed record AskedChanges(Metric? Metric, IReadOnlyList<RunChange> Changes)
{
    public string Id => Metric?.Id ?? "";

    public string Title => Metric?.Title ?? "What matters in each workload";
}
