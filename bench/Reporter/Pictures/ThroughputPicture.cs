using Bench.Analysis;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Pictures;

/// <summary>Throughput of every arm, with intervals.</summary>
internal static class ThroughputPicture
{
    public static Picture? Of(Scenario scenario) =>
        RowPicture.Of(
            scenario,
            "throughput",
            "How much gets done? Throughput",
            "Operations ended per second: the mark is the centre over the launches, the bar its 95 % interval; further "
                + "right is more. The axis begins at zero. Under an open load or think time, all models that keep up are alike.",
            [MetricRows.Of(scenario, Metrics.Throughput, "")],
            (estimates, room) => Axis.FromZero(estimates, Unit.PerSecond, room),
            "operations per second"
        );
}
