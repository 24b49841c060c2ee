using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>An item on its way through the stages. One unit at a time uses it.</summary>
public sealed class SupervisedItem
{
    private readonly ItemFaults _faults;
    private readonly SupervisedParameters _parameters;
    private readonly BackendOutage _outage;
    private readonly Action _ended;
    private readonly int[] _attempts;
    private readonly int[] _failures;
    private readonly int[] _passes;
    private int _resubmissions;

    internal SupervisedItem(
        ItemFaults faults,
        SupervisedParameters parameters,
        BackendOutage outage,
        long dueAt,
        Action ended
    )
    {
        (_faults, _parameters, _outage, DueAt, _ended) = (faults, parameters, outage, dueAt, ended);
        _attempts = new int[parameters.Stages];
        _failures = new int[parameters.Stages];
        _passes = new int[parameters.Stages];
    }

    internal long DueAt { get; }

    /// <summary>When it ended first, nanoseconds; 0 when it has not.</summary>
    internal long EndedAt { get; private set; }

    /// <summary>Times that it ended, as done or as failed.</summary>
    internal int Ends { get; private set; }

    /// <summary>True when it was said to have passed all stages.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Why it was said to have failed.</summary>
    internal StageFault Reason { get; private set; }

    /// <summary>What went wrong with it last.</summary>
    internal StageFault LastFault { get; private set; }

    /// <summary>True when a stage was entered before the one before it was passed.</summary>
    internal bool IsOutOfOrder { get; private set; }

    /// <summary>For each stage, how often its work was tried.</summary>
    internal IReadOnlyList<int> Attempts => _attempts;

    /// <summary>For each stage, how often its work was done.</summary>
    internal IReadOnlyList<int> Passes => _passes;

    internal int Resubmissions => _resubmissions;

    /// <summary>True when one of the stages fails on it for good.</summary>
    internal bool IsLost => _faults.PermanentAt is not null;

    /// <summary>Does a stage's work, after its backend was called.</summary>
    /// <exception cref="StageFaultException">It failed; what that means is in the exception.</exception>
    public void Pass(int stage)
    {
        _attempts[stage]++;
        IsOutOfOrder |= stage > 0 && _passes[stage - 1] == 0;
        LastFault = Fault(stage);
        if (LastFault != StageFault.None)
        {
            throw new StageFaultException(LastFault);
        }

        _passes[stage]++;
        if (HasOutage(stage))
        {
            _outage.Served(SystemClock.Timestamp);
        }
    }

    /// <summary>For a supervisor that is to send it back: false when that was done often enough.</summary>
    public bool TryResubmit() => _resubmissions++ < _parameters.Resubmissions;

    /// <summary>It has passed all stages.</summary>
    public void Done() => End(isDone: true, StageFault.None);

    /// <summary>It has failed for good.</summary>
    public void Fail(StageFault reason) => End(isDone: false, reason);

    // Whether the stage is the one whose backend has the outage.
    private bool HasOutage(int stage) => stage == _parameters.Stages / 2;

    private StageFault Fault(int stage)
    {
        if (HasOutage(stage) && !_outage.TryServe(SystemClock.Timestamp))
        {
            return StageFault.Outage;
        }

        if (_faults.PermanentAt == stage)
        {
            return StageFault.Permanent;
        }

        return _failures[stage]++ < _faults.Transient[stage] ? StageFault.Transient : StageFault.None;
    }

    private void End(bool isDone, StageFault reason)
    {
        if (Ends++ == 0)
        {
            (IsDone, Reason, EndedAt) = (isDone, reason, SystemClock.Timestamp);
            _ended();
        }
    }
}
