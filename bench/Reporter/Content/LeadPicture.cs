using Bench.Analysis;

namespace Bench.Reporter.Content;

/// <summary>Which picture of a scenario is shown first: the one with the metric that matters.</summary>
internal static class LeadPicture
{
    /// <summary>The picture and the others, each in the report's order.</summary>
    public static (IReadOnlyList<Figure> Lead, IReadOnlyList<Figure> Others) Of(
        Scenario scenario,
        IReadOnlyList<Figure> figures
    )
    {
        var kind = Kind(scenario.Metric);
        var lead =
            figures.FirstOrDefault(figure => figure.Name.EndsWith(kind, StringComparison.Ordinal))
            ?? (figures.Count > 0 ? figures[0] : null);
        return ([.. figures.Where(figure => figure == lead)], [.. figures.Where(figure => figure != lead)]);
    }

    // A workload's own figure has no picture of its own: the ratios show it.
    private static string Kind(Metric metric) =>
        metric switch
        {
            { Id: "p95" or "p99" } => "-latency",
            { Id: "throughput" } => "-throughput",
            { Id: "residentBytesPerUnit" } => "-unit-memory",
            { Unit: Unit.Nanoseconds } => "-tail",
            _ => "-ratios",
        };
}
