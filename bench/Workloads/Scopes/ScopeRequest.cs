using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// One request on its way through a lane, which answers it exactly once: <see cref="Succeed"/>, <see cref="Fail"/> or
/// <see cref="GiveUp"/>. Children count themselves, so that those that outlive it are seen.
/// </summary>
public sealed class ScopeRequest
{
    private readonly ScopePlan _plan;
    private readonly UnitCounter _units;
    private readonly Action _returned;
    private readonly UnitCounter _children = new();
    private int _answers;

    internal ScopeRequest(
        ScopePlan plan,
        long dueAt,
        UnitCounter units,
        Action returned,
        CancellationToken caller
    ) => (_plan, DueAt, _units, Cancellation, _returned) = (plan, dueAt, units, caller, returned);

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<ScopeChild> Children => _plan.Children;

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

    /// <summary>Children that were alive when it returned.</summary>
    internal long Orphans { get; private set; }

    /// <summary>Answers given.</summary>
    internal int Answers => _answers;

    /// <summary>A child starts to live; it ends when the returned value is disposed.</summary>
    public ScopeUnit Enter()
    {
        Started();
        return new(this);
    }

    /// <summary>A child starts to live, for models whose units have callbacks instead of a body.</summary>
    public void Started()
    {
        _units.Started();
        _children.Started();
    }

    /// <summary>A child's life ends.</summary>
    public void Ended()
    {
        _children.Ended();
        _units.Ended();
    }

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

    private void Return(ScopeOutcome outcome)
    {
        if (Interlocked.Increment(ref _answers) > 1)
        {
            return;
        }

        (Outcome, Orphans, ReturnedAt) = (outcome, _children.Alive, SystemClock.Timestamp);
        _returned();
    }
}
