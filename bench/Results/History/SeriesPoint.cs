namespace Bench.Results.History;

/// <summary>What one run gave of a metric of a case: one point of a <see cref="MetricSeries"/>.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="StartedAt">When the run began.</param>
/// <param name="Commit">Commit of the suite, as in the manifest; null when none is known.</param>
/// <param name="Runtime">Version of the runtime, as in the manifest.</param>
/// <param name="Values">The metric by round: valid samples only, at least one.</param>
public sealed record SeriesPoint(
    string Run,
    DateTimeOffset StartedAt,
    string? Commit,
    string Runtime,
    IReadOnlyDictionary<int, double> Values
)
{
    /// <summary>Versions of the packages that change results, by name, as in the manifest; empty when they are not known.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>();
}
