using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Results;

namespace Bench.Reporter.Words;

/// <summary>Capacities in words.</summary>
internal static class CapacityWords
{
    /// <summary>A load with its unit: <c>4,720 users</c>, <c>12,300/s</c>.</summary>
    public static string Load(CapacityTarget target, double load) =>
        target.Parameter.EndsWith("PerSecond", StringComparison.Ordinal)
            ? Quantities.Format(load, Unit.PerSecond)
            : $"{Quantities.Significant(load)} {ParameterWords.Name(target.Parameter)}";

    /// <summary>What a search came to, in a few words.</summary>
    public static string State(LaneCapacity lane)
    {
        var estimate = lane.Estimate;
        return estimate.State switch
        {
            CapacityState.Found => Load(lane.Target, estimate.Load!.Value),
            CapacityState.AtLeast => $"at least {Load(lane.Target, estimate.Load!.Value)}",
            CapacityState.BelowLowest => "none: missed under the lowest load, too",
            CapacityState.Broken => $"none: {estimate.LimitedBy}",
            CapacityState.Undecided =>
                $"undecided{(estimate.LimitedBy.Length == 0 ? "" : $": {estimate.LimitedBy}")}",
            _ => $"not yet known after {Quantities.Counted(lane.Trials.Count, "launch", "es")}",
        };
    }

    /// <summary>The interval of a capacity; empty when it has none.</summary>
    public static string Interval(CapacityEstimate estimate) =>
        estimate is { Low: { } low, High: { } high }
            ? $"[{Quantities.Significant(low)}–{Quantities.Significant(high)}]"
            : "";

    /// <summary>What ends the lane's capacity.</summary>
    public static string LimitedBy(LaneCapacity lane) =>
        lane.Estimate.State switch
        {
            CapacityState.Found or CapacityState.BelowLowest => $"{lane.Estimate.LimitedBy} is missed first",
            CapacityState.AtLeast => $"not the lane: {lane.Estimate.LimitedBy}",
            _ => "–",
        };

    /// <summary>One line for a terminal or for the report's answers.</summary>
    public static string Sentence(LaneCapacity lane)
    {
        var estimate = lane.Estimate;
        var interval = Interval(estimate) is { Length: > 0 } text ? $" {text}" : "";
        var throughput = lane.AtCapacityOf(Metrics.Throughput) is { } achieved
            ? $", {Metrics.Throughput.Format(achieved.Value)} achieved"
            : "";
        var limit = estimate.State is CapacityState.Found or CapacityState.AtLeast
            ? $"; {LimitedBy(lane)}"
            : "";
        return estimate.State switch
        {
            CapacityState.Found or CapacityState.AtLeast =>
                $"{lane.Name} sustains {State(lane)}{interval}{throughput}{limit}.",
            CapacityState.BelowLowest or CapacityState.Broken => $"{lane.Name} has {State(lane)}.",
            _ => $"The capacity of {lane.Name} is {State(lane)}{interval}.",
        };
    }
}
