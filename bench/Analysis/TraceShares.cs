using Bench.Results;

namespace Bench.Analysis;

/// <summary>
/// Where all units' lifetimes went in one traced sample, as fractions that add up to 1. <paramref name="Ready"/> and
/// <paramref name="Locks"/> lie within the others.
/// </summary>
/// <param name="Work">In steps of the workload, on a processor or ready for one.</param>
/// <param name="Backend">Waiting for the backend's answer.</param>
/// <param name="Waking">Answered, but not yet gone on.</param>
/// <param name="HandingOver">
/// The lane's processor time beyond its steps: queues, locks, scheduling, collections. Steps that were interrupted make it look smaller.
/// </param>
/// <param name="Waiting">The rest: waiting on queues and locks, and for a turn.</param>
/// <param name="Ready">The lane's threads ready, without a processor; null where the system does not tell.</param>
/// <param name="Locks">Threads waiting for monitors and locks.</param>
public sealed record TraceShares(
    double Work,
    double Backend,
    double Waking,
    double HandingOver,
    double Waiting,
    double? Ready,
    double Locks
)
{
    /// <summary>The shares, or null for a sample that is not traced or in whose window no unit lived.</summary>
    public static TraceShares? Of(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (
            sample.Trace is not { } trace
            || trace.Units.Sum(units => units.LifetimeSeconds) is not (> 0 and var life)
        )
        {
            return null;
        }

        var work = trace.Units.Sum(units => units.WorkSeconds);
        var backend = trace.Units.Sum(units => units.BackendSeconds);
        var waking = trace.Units.Sum(units => units.WakingSeconds);
        var other = Math.Max(0, life - work - backend - waking);
        var handing = Math.Clamp(sample.ProcessorSeconds - work, 0, other);
        return new(
            work / life,
            backend / life,
            waking / life,
            handing / life,
            (other - handing) / life,
            trace.ReadySeconds / life,
            trace.LockSeconds / life
        );
    }
}
