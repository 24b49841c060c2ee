using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// One part of a request on its way through a lane. It notes when it lives and when it is in a call, so that what outlives
/// the request is seen, and when calls begin, so that it is seen whether it was stopped. One unit at a time uses it.
/// </summary>
public sealed class ScopeChild
{
    private readonly ChildPlan _plan;
    private readonly ScopeRequest _request;
    private readonly UnitCounter _units;
    private int _underWay;
    private int _begun;
    private int _begunAtStop = -1;

    internal ScopeChild(ChildPlan plan, ScopeRequest request, UnitCounter units) =>
        (_plan, _request, _units) = (plan, request, units);

    /// <summary>What it contributes to the request's total when it has made all its calls.</summary>
    public long Result => _plan.Result;

    /// <summary>True when it, or a call of its, was under way when its request returned, or began after that.</summary>
    internal bool OutlivedRequest { get; private set; }

    /// <summary>
    /// True when it must not go on because a sibling had failed or the caller had gone, and had at least two calls left to make:
    /// one may begin before the child is told.
    /// </summary>
    internal bool WasToBeStopped =>
        _begunAtStop >= 0 && _begunAtStop <= _plan.Steps - 2 && _plan.FailsAt is null;

    /// <summary>True when it went on to its end all the same.</summary>
    internal bool RanOn => WasToBeStopped && _begun == _plan.Steps;

    /// <summary>Calls that it began after it was to be stopped.</summary>
    internal int CallsAfterStop => _begunAtStop < 0 ? 0 : _begun - _begunAtStop;

    /// <summary>The child's unit starts to live; it ends when the returned value is disposed.</summary>
    public ScopeUnit Enter()
    {
        Started();
        return new(this);
    }

    /// <summary>The child's unit starts to live, for models whose units have callbacks instead of a body.</summary>
    public void Started()
    {
        _units.Started();
        Live();
    }

    /// <summary>The child's unit ends.</summary>
    public void Ended()
    {
        Interlocked.Decrement(ref _underWay);
        _units.Ended();
    }

    /// <summary>Begins the call of the next step, which is under way until its answer is taken.</summary>
    /// <returns>The service time of the call to make.</returns>
    public TimeSpan Begin()
    {
        Live();
        Interlocked.Increment(ref _begun);
        return _plan.StepTime;
    }

    /// <summary>Takes the answer to the call begun last.</summary>
    /// <returns>True when there are more calls to make.</returns>
    /// <exception cref="ChildFaultException">The child fails here.</exception>
    public bool Take()
    {
        Interlocked.Decrement(ref _underWay);
        if (_begun - 1 == _plan.FailsAt)
        {
            _request.MustStop();
            throw new ChildFaultException($"a child fails at step {_plan.FailsAt}");
        }

        return _begun < _plan.Steps;
    }

    internal void MustStop() => _begunAtStop = Volatile.Read(ref _begun);

    /// <summary>The request has returned.</summary>
    internal void MustHaveEnded() => OutlivedRequest |= Volatile.Read(ref _underWay) > 0;

    private void Live()
    {
        Interlocked.Increment(ref _underWay);
        OutlivedRequest |= _request.HasReturned;
    }
}
