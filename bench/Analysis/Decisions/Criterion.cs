namespace Bench.Analysis.Decisions;

/// <summary>Something that options cost. Less is always better.</summary>
/// <param name="Id">The word that weights name it by.</param>
/// <param name="Title">A few words for a heading.</param>
/// <param name="Metric">Where launches have it; null for code, which is counted and does not vary.</param>
public sealed record Criterion(string Id, string Title, Metric? Metric)
{
    /// <summary>Words that weights may name, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["processor", "memory", "latency", "code"];

    /// <summary>The criteria under a service level, whose first objective on latency says which latency is meant.</summary>
    public static IReadOnlyList<Criterion> For(ServiceLevels.ServiceLevel level)
    {
        var latency = level.OnLatency?.Metric ?? Metrics.P99;
        return
        [
            new(Ids[0], "Processor time per operation", Metrics.ProcessorSecondsPerOperation),
            new(Ids[1], "Peak resident memory", Metrics.PeakResident),
            new(Ids[2], latency.Title, latency),
            new(Ids[3], "Code, statements", null),
        ];
    }

    /// <summary>A figure of this criterion with its unit.</summary>
    public string Format(double value) => Metric?.Format(value) ?? Quantities.Format(value, Unit.Count);
}
