using Bench.Analysis;
using Bench.Analysis.Capacity;

namespace Bench.Reporter.Csv;

/// <summary><c>capacity.csv</c>: a line for each lane and kind of terms of a capacity run.</summary>
internal static class CapacityCsv
{
    private static readonly string[] s_names =
    [
        "workload",
        "model",
        "variant",
        "terms",
        "slo",
        "parameter",
        "state",
        "capacity",
        "capacityLow",
        "capacityHigh",
        "limitedBy",
        "achievedPerSecond",
        "launches",
        "overloadGoodputPerSecond",
        "overloadInFlightBefore",
        "overloadInFlightPeak",
        "overloadMemoryGrowthBytes",
        "overloadRecoverySeconds",
        "overloadRecovered",
        "overloadLaunches",
    ];

    public static string Of(CapacityAnalysis analysis) =>
        string.Concat(
            analysis
                .Lanes.Select(lane => Fields(lane, analysis.Plan.Slo))
                .Prepend(s_names.Select(CsvText.Field))
                .Select(fields => string.Join(',', fields) + "\r\n")
        );

    private static IEnumerable<string> Fields(LaneCapacity lane, string slo) =>
        [
            CsvText.Field(lane.Target.Workload),
            CsvText.Field(lane.Target.Model),
            CsvText.Field(lane.Target.Variant),
            CsvText.Field(lane.Target.Terms),
            CsvText.Field(slo),
            CsvText.Field(lane.Target.Parameter),
            CsvText.Field($"{lane.Estimate.State}".ToLowerInvariant()),
            CsvText.Field(lane.Estimate.Load),
            CsvText.Field(lane.Estimate.Low),
            CsvText.Field(lane.Estimate.High),
            CsvText.Field(lane.Estimate.LimitedBy),
            CsvText.Field(lane.AtCapacityOf(Metrics.Throughput)?.Value),
            CsvText.Field(lane.Trials.Count),
            CsvText.Field(lane.Overload?.Goodput.Value),
            CsvText.Field(lane.Overload?.InFlightAtRest?.Value),
            CsvText.Field(lane.Overload?.InFlightPeak?.Value),
            CsvText.Field(lane.Overload?.MemoryGrowth?.Value),
            CsvText.Field(lane.Overload?.Recovery?.Value),
            CsvText.Field(lane.Overload?.Recovered ?? 0),
            CsvText.Field(lane.Overload?.Launches ?? 0),
        ];
}
