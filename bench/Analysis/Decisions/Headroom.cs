using Bench.Analysis.Capacity;

namespace Bench.Analysis.Decisions;

/// <summary>How much more load an option bears than is asked: its capacity under the service level ÷ that load.</summary>
/// <param name="State">What the search for its capacity came to.</param>
/// <param name="Capacity">The capacity as offered load, or the load that it is at least; null without either.</param>
/// <param name="CapacityLow">Lower end of the capacity's 95 % interval.</param>
/// <param name="CapacityHigh">Upper end; null where it is only known to be at least so much.</param>
/// <param name="Ratio">Capacity ÷ the load asked for; below 1 means that it does not bear that load.</param>
/// <param name="Low">Lower end of the ratio's 95 % interval.</param>
/// <param name="High">Upper end; null where there is none.</param>
/// <param name="LimitedBy">What is missed first, or what kept the search from going on.</param>
/// <param name="Launches">Launches that it rests on.</param>
/// <param name="HighestKept">The highest load at which a single launch kept the level: no capacity, but something while that is not known. Null without any.</param>
public sealed record Headroom(
    CapacityState State,
    double? Capacity,
    double? CapacityLow,
    double? CapacityHigh,
    double? Ratio,
    double? Low,
    double? High,
    string LimitedBy,
    int Launches,
    int? HighestKept
)
{
    /// <summary>True when the search came to an answer.</summary>
    public bool IsKnown =>
        State
            is CapacityState.Found
                or CapacityState.AtLeast
                or CapacityState.BelowLowest
                or CapacityState.Broken;

    /// <param name="lane">The search.</param>
    /// <param name="load">The load asked for.</param>
    public static Headroom Of(LaneCapacity lane, int load)
    {
        var found = lane.Estimate;
        return new(
            found.State,
            found.Load,
            found.Low,
            found.High,
            found.Load / load,
            found.Low / load,
            found.High / load,
            found.LimitedBy,
            lane.Trials.Count,
            lane.Trials.Where(trial => trial.Outcome == TrialOutcome.Met).Max(trial => (int?)trial.Load)
        );
    }
}
