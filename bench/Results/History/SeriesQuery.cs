namespace Bench.Results.History;

/// <summary>Which series are asked for; every one by default.</summary>
public sealed record SeriesQuery
{
    /// <summary>Id of the metric; null for every metric.</summary>
    public string? Metric { get; init; }

    /// <summary>Id of the workload; null for any.</summary>
    public string? Workload { get; init; }

    /// <summary>Whether a case is asked for, by its permanent id.</summary>
    public Func<string, bool> Case { get; init; } = static _ => true;

    /// <summary>The runs that points may come from.</summary>
    public RunFilter Runs { get; init; } = RunFilter.All;
}
