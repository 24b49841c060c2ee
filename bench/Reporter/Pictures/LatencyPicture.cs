using Bench.Analysis;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Pictures;

/// <summary>p95 and p99 of every arm, with intervals.</summary>
internal static class LatencyPicture
{
    public static Picture? Of(Scenario scenario) =>
        RowPicture.Of(
            scenario,
            "latency",
            "How slow are the slow ones? p95 and p99 latency",
            "Each mark is the centre over the launches, the bar its 95 % interval (no bar: it is narrower than the mark); further left is faster. "
                + "The axis is logarithmic: equal distances are equal ratios.",
            [MetricRows.Of(scenario, Metrics.P95, "p95"), MetricRows.Of(scenario, Metrics.P99, "p99")],
            (estimates, room) => Axis.LogAround(estimates, Unit.Nanoseconds, room),
            "latency (log scale)"
        );
}
