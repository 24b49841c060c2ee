using System.Globalization;
using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Reporter.Content;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Tables;

/// <summary>What load beyond the capacity does to a workload's lanes, and how they come back.</summary>
internal static class OverloadTable
{
    public static Table Of(CapacityAnalysis analysis, IReadOnlyList<LaneCapacity> lanes)
    {
        var plan = analysis.Plan;
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Overload: {plan.OverloadFactor:0.##} times the capacity for {plan.Overload.MeasuredMilliseconds / 3e3:0.#} s, before and after it "
                    + $"{plan.RestFactor:0.##} times. Recovery counts from the drop of the load to callers who are served within the objectives again."
            ),
            [
                new("model", false),
                new("offered", true),
                new("goodput in overload", true),
                new("of that at capacity", true),
                new("in flight before", true),
                new("most in flight", true),
                new("memory growth", true),
                new("time to recover", true),
            ],
            [
                .. lanes
                    .GroupBy(lane => lane.Target.Terms)
                    .Select(terms => new TableGroup(
                        $"{terms.Key} terms",
                        [.. terms.Select(lane => Row(lane, plan))]
                    )),
            ]
        );
    }

    private static TableRow Row(LaneCapacity lane, CapacityPlan plan) =>
        lane is { Overload: { } overload, Estimate.Load: { } capacity }
            ? new(
                lane.Name,
                [
                    Cell.Figure(CapacityWords.Load(lane.Target, plan.OverloadFactor * capacity)),
                    Figure(overload.Goodput, Unit.PerSecond),
                    Share(overload, lane.AtCapacityOf(Metrics.Goodput)),
                    overload.InFlightAtRest is { } rest
                        ? Figure(rest, Unit.Count)
                        : Cell.Word("not observed"),
                    overload.InFlightPeak is { } peak ? Figure(peak, Unit.Count) : Cell.Word("not observed"),
                    overload.MemoryGrowth is { } growth ? Figure(growth, Unit.Bytes) : Cell.Word("not told"),
                    Recovery(overload),
                ]
            )
            : new(lane.Name, [Cell.Word(WhyNone(lane))]);

    private static Cell Figure(Estimate estimate, Unit unit)
    {
        var metric = new Metric("", "", unit, false, _ => null);
        return Cell.Figure(
            Quantities.Format(unit == Unit.Count ? Math.Round(estimate.Value) : estimate.Value, unit),
            ArmWords.Interval(estimate, metric)
        );
    }

    private static Cell Share(OverloadEstimate overload, Estimate? capacity) =>
        capacity is { Value: > 0 and var value }
            ? Cell.Figure(Quantities.Format(overload.Goodput.Value / value, Unit.Fraction))
            : Cell.Word("–");

    private static Cell Recovery(OverloadEstimate overload)
    {
        var times = $"{overload.Recovered} of {Quantities.Counted(overload.Launches, "launch", "es")}";
        return overload.Recovery is { Value: 0 } ? Cell.Figure("at once", times)
            : overload.Recovery is { } recovery
                ? Cell.Figure(Quantities.Format(recovery.Value, Unit.Seconds), times)
            : Cell.Word($"not within {Quantities.Format(overload.WatchedSeconds, Unit.Seconds)} ({times})");
    }

    private static string WhyNone(LaneCapacity lane)
    {
        var refused = lane.Trials.LastOrDefault(trial =>
            trial is { Stage: CaseStage.Overload, Outcome: TrialOutcome.Unmeasured or TrialOutcome.Broken }
        );
        return refused is not null ? $"not used: {refused.Because}"
            : lane.Estimate.State == CapacityState.AtLeast
                ? "not measured: more than the capacity could not be offered"
            : "not measured";
    }
}
