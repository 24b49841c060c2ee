using Bench.Analysis;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Pictures;

/// <summary>Memory of every arm: what the process took, what the lane added, what one unit costs.</summary>
internal static class MemoryPicture
{
    private static readonly Metric[] PerUnit =
    [
        Metrics.Find("residentBytesPerUnit"),
        Metrics.Find("committedBytesPerUnit"),
    ];

    public static Picture? Of(Scenario scenario) =>
        RowPicture.Of(
            scenario,
            "memory",
            "What does it cost in memory? Resident set",
            "The mark is the centre over the launches, the bar its 95 % interval (no bar: it is narrower than the mark); further left is less. Peak counts the whole "
                + "process, runtime included; added is the steady size less the size just before the lane's units were created.",
            [MetricRows.Of(scenario, Metrics.PeakResident, "peak of the process"), .. Added(scenario)],
            (estimates, room) => Axis.FromZero(estimates, Unit.Bytes, room),
            "resident memory"
        );

    public static Picture? OfUnits(Scenario scenario) =>
        RowPicture.Of(
            scenario,
            "unit-memory",
            "What does one unit cost? Memory per thread, task, worker or actor",
            "The slope of a line through memory against units alive, so that the runtime itself is left out; further left is "
                + "less. The axis is logarithmic: equal distances are equal ratios.",
            [
                .. PerUnit
                    .Where(metric => Has(scenario, metric))
                    .Select(metric => MetricRows.Of(scenario, metric)),
            ],
            (estimates, room) => Axis.LogAround(estimates, Unit.Bytes, room),
            "memory per unit (log scale)"
        );

    // A workload whose memory grows through its window has no steady size.
    private static RowGroup[] Added(Scenario scenario) =>
        Has(scenario, Metrics.AddedResident)
            ? [MetricRows.Of(scenario, Metrics.AddedResident, "added by the lane")]
            : [];

    private static bool Has(Scenario scenario, Metric metric) =>
        scenario.Arms.Any(arm => arm.Samples.Any(sample => metric.Select(sample) is not null));
}
