using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>The headline figures of every arm, by scenario.</summary>
internal static class SummaryTable
{
    private static readonly Metric[] Shown =
    [
        Metrics.Throughput,
        Metrics.P50,
        Metrics.P95,
        Metrics.P99,
        Metrics.ErrorRate,
        Metrics.PeakResident,
        Metrics.ProcessorSecondsPerOperation,
    ];

    public static Table Of(RunAnalysis run) =>
        new(
            "Centre over launches with its 95 % interval. Bold: shown to be better than every other model at 99 %.",
            [new("model", false), .. Shown.Select(metric => new Column(Heading(metric), true))],
            [
                .. run.Scenarios.Select(scenario => new TableGroup(
                    ScenarioWords.Full(scenario),
                    Rows(scenario)
                )),
            ]
        );

    private static string Heading(Metric metric) =>
        metric.Title.Replace(" latency", "", StringComparison.Ordinal).ToLowerInvariant();

    private static List<TableRow> Rows(Scenario scenario)
    {
        var best = Shown.Select(metric => ArmCells.Best(scenario, metric)).ToArray();
        return
        [
            .. scenario.Untraced.Arms.Select(arm => new TableRow(
                ArmName.Of(arm),
                ArmWords.IsShown(arm)
                    ? [.. Shown.Select((metric, index) => ArmCells.Of(arm, metric, best[index]))]
                    : [Cell.Word(ArmWords.WhyNone(arm))]
            )),
            .. scenario.Unreachable.Select(item => new TableRow(
                ArmName.Of(item),
                [Cell.Word($"out of reach: {item.Reason}")]
            )),
        ];
    }
}
