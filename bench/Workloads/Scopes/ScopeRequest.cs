using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// One request on its way through a lane, which answers it exactly once: <see cref="Succeed"/>, <see cref="Fail"/> or
/// <see cref="GiveUp"/>.
/// </summary>
public sealed class ScopeRequest
{
    private readonly Action _returned;
    private int _answers;
    private int _stops;

    internal ScopeRequest(
        ScopePlan plan,
        long dueAt,
        UnitCounter units,
        Action returned,
        CancellationToken caller
    )
    {
        (DueAt, Cancellation, _returned) = (dueAt, caller, returned);
        Children = [.. plan.Children.Select(child => new ScopeChild(child, this, units))];
        caller.Register(MustStop);
    }

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<ScopeChild> Children { get; }

    /// <summary>Signalled when the caller gives up.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>When the request was due, nanoseconds.</summary>
    internal long DueAt { get; }

    /// <summary>When it returned, nanoseconds.</summary>
    internal long ReturnedAt { get; private set; }

    /// <summary>How it returned.</summary>
    internal ScopeOutcome Outcome { get; private set; }

    /// <summary>Sum of its children's results as the lane told it.</summary>
    internal long Total { get; private set; }

    /// <summary>Answers given.</summary>
    internal int Answers => Volatile.Read(ref _answers);

    internal bool HasReturned => Answers > 0;

    /// <summary>Children that outlived it, or left a call under way.</summary>
    internal long Orphans => Children.Count(child => child.OutlivedRequest);

    /// <summary>Calls that its children began after a sibling had failed or the caller had gone.</summary>
    internal long CallsAfterStop => Children.Sum(child => child.CallsAfterStop);

    /// <summary>All children succeeded; the caller gets the sum of their results.</summary>
    public void Succeed(long total)
    {
        Total = total;
        Return(ScopeOutcome.Succeeded);
    }

    /// <summary>A child failed, and so does the request.</summary>
    public void Fail() => Return(ScopeOutcome.Failed);

    /// <summary>The caller has gone.</summary>
    public void GiveUp() => Return(ScopeOutcome.Cancelled);

    /// <summary>A child has failed or the caller has gone: no child is to begin another call.</summary>
    internal void MustStop()
    {
        if (Interlocked.Increment(ref _stops) == 1)
        {
            Each(child => child.MustStop());
        }
    }

    private void Return(ScopeOutcome outcome)
    {
        if (Interlocked.Increment(ref _answers) > 1)
        {
            return;
        }

        (Outcome, ReturnedAt) = (outcome, SystemClock.Timestamp);
        Each(child => child.MustHaveEnded());
        _returned();
    }

    private void Each(Action<ScopeChild> action)
    {
        foreach (var child in Children)
        {
            action(child);
        }
    }
}
