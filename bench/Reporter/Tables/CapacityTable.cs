using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>The capacities of a workload's lanes, by terms.</summary>
internal static class CapacityTable
{
    public static Table Of(CapacityAnalysis analysis, IReadOnlyList<LaneCapacity> lanes) =>
        new(
            $"Capacity under {analysis.Plan.Slo}, with its 95 % interval. Beside it, what the launches at capacity achieved: headroom is what "
                + "the nearest objective leaves, processors are what the lane keeps busy.",
            [
                new("model", false),
                new("capacity", true),
                new("limited by", false),
                new("achieved", true),
                new("headroom", true),
                new("processors", true),
                new("launches", true),
            ],
            [
                .. lanes
                    .GroupBy(lane => lane.Target.Terms)
                    .Select(terms => new TableGroup($"{terms.Key} terms", [.. terms.Select(Row)])),
            ]
        );

    private static TableRow Row(LaneCapacity lane)
    {
        var name = lane.Name + (lane.Target.AlikeOnBothTerms ? " (told is the same)" : "");
        return lane.Estimate.Load is null
            ? new(name, [Cell.Word(CapacityWords.State(lane))])
            : new(
                name,
                [
                    Cell.Figure(CapacityWords.State(lane), CapacityWords.Interval(lane.Estimate)),
                    Cell.Word(CapacityWords.LimitedBy(lane)),
                    Achieved(lane),
                    Headroom(lane),
                    Processors(lane),
                    Launches(lane),
                ]
            );
    }

    private static Cell Achieved(LaneCapacity lane) =>
        lane.AtCapacityOf(Metrics.Throughput) is { } achieved
            ? Cell.Figure(
                Metrics.Throughput.Format(achieved.Value),
                ArmWords.Interval(achieved, Metrics.Throughput)
            )
            : Cell.Word("–");

    private static Cell Headroom(LaneCapacity lane)
    {
        var nearest = lane
            .Level.Objectives.Where(objective => objective is { IsUpperBound: true, Threshold: > 0 })
            .Select(objective => (Objective: objective, lane.AtCapacityOf(objective.Metric)?.Value))
            .Where(item => item.Value is not null)
            .OrderByDescending(item => item.Value / item.Objective.Threshold)
            .FirstOrDefault();
        return nearest.Value is { } value
            ? Cell.Figure(
                Quantities.Format(1 - (value / nearest.Objective.Threshold), Unit.Fraction),
                $"{nearest.Objective.Metric.Id} {nearest.Objective.Metric.Format(value)}"
            )
            : Cell.Word("–");
    }

    private static Cell Processors(LaneCapacity lane)
    {
        var samples = lane.AtCapacity.Select(trial => trial.Sample!).ToList();
        return samples.Count == 0
            ? Cell.Word("–")
            : Cell.Figure(
                Quantities.Significant(
                    samples.Average(sample => sample.ProcessorSeconds / sample.DurationSeconds)
                ),
                $"and {Quantities.Significant(samples.Average(sample => sample.MeasuringProcessorSeconds / sample.DurationSeconds))} measuring"
            );
    }

    private static Cell Launches(LaneCapacity lane)
    {
        var refused = lane.Trials.Count(trial => trial.Outcome == TrialOutcome.Unmeasured);
        return Cell.Figure($"{lane.Trials.Count}", refused == 0 ? "" : $"{refused} not used");
    }
}
