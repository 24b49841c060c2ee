namespace Bench.Results.History;

/// <summary>A metric of the sample that a case gave in a round.</summary>
/// <param name="Case">Permanent id of the case.</param>
/// <param name="Round">The round.</param>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Value">Its value: finite, in the metric's unit.</param>
public readonly record struct SampleValue(string Case, int Round, string Metric, double Value);
