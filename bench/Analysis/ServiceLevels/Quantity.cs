namespace Bench.Analysis.ServiceLevels;

/// <summary>A kind of figure that objectives are written about.</summary>
/// <param name="Units">Units that its thresholds may have, with their size in the metric's unit.</param>
/// <param name="TakesLowerBound">True where more is better, so that <c>&gt;</c> makes sense.</param>
internal sealed record Quantity(IReadOnlyList<(string Name, double Size)> Units, bool TakesLowerBound)
{
    private static readonly Quantity s_latency = new(
        [("ns", 1), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("s", 1e9)],
        TakesLowerBound: false
    );

    /// <summary>The figures by the name that they are written with.</summary>
    public static IReadOnlyList<(string Name, Metric Metric, Quantity Quantity)> All { get; } =
    [
        ("p50", Metrics.P50, s_latency),
        ("p90", Metrics.P90, s_latency),
        ("p95", Metrics.P95, s_latency),
        ("p99", Metrics.P99, s_latency),
        ("p999", Metrics.P999, s_latency),
        ("mean", Metrics.Mean, s_latency),
        ("max", Metrics.Max, s_latency),
        ("errors", Metrics.ErrorRate, new([("%", 0.01)], TakesLowerBound: false)),
        (
            "memory",
            Metrics.PeakResident,
            new([("KiB", 1024), ("MiB", 1024 * 1024), ("GiB", 1024d * 1024 * 1024)], TakesLowerBound: false)
        ),
        ("throughput", Metrics.Throughput, new([("/s", 1)], TakesLowerBound: true)),
    ];
}
