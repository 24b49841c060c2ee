using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>Every launch of a capacity run, as it was taken.</summary>
internal static class TrialsTable
{
    public static Table Of(IReadOnlyList<LaneCapacity> lanes) =>
        new(
            "Every launch in the order in which it was taken: these are the points of the pictures.",
            [
                new("round", false),
                new("stage", false),
                new("offered", true),
                new("achieved", true),
                new("p99", true),
                new("errors", true),
                new("objectives", false),
            ],
            [.. lanes.Select(lane => new TableGroup($"{lane.Name}, {lane.Target.Terms} terms", Rows(lane)))]
        );

    private static List<TableRow> Rows(LaneCapacity lane) =>
        [
            .. lane.Trials.Select(trial => new TableRow(
                $"{trial.Sample!.Round}",
                [
                    Cell.Word(trial.Stage),
                    Cell.Figure(CapacityWords.Load(lane.Target, trial.Load)),
                    Figure(trial, Metrics.Throughput),
                    Figure(trial, Metrics.P99),
                    Figure(trial, Metrics.ErrorRate),
                    Cell.Word(
                        trial.Outcome switch
                        {
                            TrialOutcome.Met => "met",
                            TrialOutcome.Missed => $"missed: {trial.Because}",
                            _ => $"not used: {trial.Because}",
                        }
                    ),
                ]
            )),
        ];

    private static Cell Figure(Trial trial, Metric metric) =>
        metric.Select(trial.Sample!) is { } value && trial.Sample!.Valid
            ? Cell.Figure(metric.Format(value))
            : Cell.Word("–");
}
