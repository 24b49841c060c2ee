using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>
/// Latency in nanoseconds. A quantile is null when the sample has too few operations to hold it
/// (fewer than 1 ÷ (1 − q)): 20 for p95, 100 for p99, 1,000 for p99.9. All are null when callers were starved.
/// </summary>
public sealed record LatencySummary
{
    public long Count { get; init; }
    public double? Mean { get; init; }
    public double? P50 { get; init; }
    public double? P90 { get; init; }
    public double? P95 { get; init; }
    public double? P99 { get; init; }
    public double? P999 { get; init; }
    public double? Max { get; init; }

    /// <summary>True when few callers were served while others waited: its operations are no sample of what callers met.</summary>
    [JsonIgnore]
    public bool StarvedCallers => P50 is null && Count > 1;
}
