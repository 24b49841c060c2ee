namespace Bench.Results.History;

/// <summary>A metric of one case on one kind of machine over time.</summary>
/// <param name="Case">Permanent id of the case.</param>
/// <param name="Workload">Its workload.</param>
/// <param name="Metric">Id of the metric, as in <c>compare --metric</c>.</param>
/// <param name="Machine">Fingerprint of the machine.</param>
/// <param name="Points">One a run, oldest first.</param>
public sealed record MetricSeries(
    string Case,
    string Workload,
    string Metric,
    string Machine,
    IReadOnlyList<SeriesPoint> Points
);
