using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>Where the lifetimes of some units went, within the window. What is none of the parts was spent waiting, or handing over.</summary>
/// <param name="Steps">The steps that they did, joined by <c>+</c>; empty for units that did none.</param>
/// <param name="LifetimeSeconds">Their lifetimes added up.</param>
/// <param name="WorkSeconds">In steps of the workload, on a processor or ready for one.</param>
/// <param name="BackendSeconds">From a call of the backend to its answer, where the unit waited for it.</param>
/// <param name="WakingSeconds">From the answer until the unit went on.</param>
public sealed record TracedUnits(
    string Steps,
    double LifetimeSeconds,
    double WorkSeconds,
    double BackendSeconds,
    double WakingSeconds
)
{
    /// <summary>The rest: waiting on queues and locks and for a turn, and the time that handing over took.</summary>
    [JsonIgnore]
    public double OtherSeconds => Math.Max(0, LifetimeSeconds - WorkSeconds - BackendSeconds - WakingSeconds);
}
