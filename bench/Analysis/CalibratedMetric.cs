namespace Bench.Analysis;

/// <summary>One A/A pair in one metric.</summary>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Resolution">What it resolves; null when the rounds are too few or do not have the metric.</param>
/// <param name="Verdict">On the copy against the original.</param>
public sealed record CalibratedMetric(
    string Workload,
    Metric Metric,
    Resolution? Resolution,
    Verdict Verdict
);
