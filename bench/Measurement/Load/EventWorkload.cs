using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Measurement.Load;

/// <summary>
/// A workload in which events come at their times, whatever the lane does with those before. The lane opens its units,
/// takes events, reports what became of them, and closes. Latencies are recorded after the end, so that any unit may end an operation.
/// </summary>
public abstract class EventWorkload<TParameters> : Workload<TParameters>
    where TParameters : class, new()
{
    private readonly Arrival _settled = new();
    private LoadWindow _window = new(0, 0, TimeSpan.MaxValue, TimeSpan.Zero);
    private LatencyRecorder _recorder = null!;
    private OperationCounts _operations = new();
    private long _endedInWindow;
    private long _completedInWindow;
    private bool _hasSettled;

    /// <summary>The warm-up is part of the schedule, so a process runs it once.</summary>
    public override int WarmUpIterations => 0;

    public override int Iterations => 1;

    /// <summary>Warm-up and counted window.</summary>
    protected abstract (TimeSpan WarmUp, TimeSpan Measured) Timing { get; }

    /// <summary>Longest time after the last event that the lane has to report what it still owes.</summary>
    protected virtual TimeSpan Grace => TimeSpan.FromSeconds(10);

    /// <summary>When each event is due, nanoseconds from the start, ascending.</summary>
    protected abstract IReadOnlyList<long> Schedule { get; }

    /// <summary>Reports of <see cref="Settled"/> that must come before the lane may close.</summary>
    protected abstract int Expected { get; }

    /// <summary>Creates the lane's units.</summary>
    protected abstract void Open();

    /// <summary>An event is due: hands it to the lane. Must not block.</summary>
    /// <param name="index">The event's index in the schedule.</param>
    /// <param name="dueAt">When it was due, nanoseconds.</param>
    protected abstract void Emit(int index, long dueAt);

    /// <summary>After the last event and the end of the window, before what is owed is awaited.</summary>
    protected virtual void Emitted() { }

    /// <summary>After what was owed has come (or too much time has passed), before the lane closes.</summary>
    protected virtual void Settle() { }

    /// <summary>Ends the units and waits for them. No event comes any more.</summary>
    protected abstract void Close();

    /// <summary>One of the expected reports has come; any unit may say so.</summary>
    protected void Settled() => _settled.Report();

    /// <summary>True for operations that were due in the counted window.</summary>
    protected bool Counts(long dueAt) => dueAt >= _window.CountFrom && dueAt < _window.Until;

    /// <summary>After the end: enters one operation with its times, nanoseconds.</summary>
    protected void Enter(long dueAt, long endedAt, CallOutcome outcome)
    {
        if (endedAt >= _window.CountFrom && endedAt < _window.Until)
        {
            _endedInWindow++;
            _completedInWindow += outcome == CallOutcome.Completed ? 1 : 0;
        }

        if (Counts(dueAt))
        {
            _operations = _operations.Plus(One(outcome));
            _recorder.Record(dueAt, endedAt);
        }
    }

    /// <summary>After the end: enters an operation that was refused, which has no latency.</summary>
    protected void EnterRejected(long dueAt)
    {
        if (Counts(dueAt))
        {
            _operations = _operations.Plus(new() { Intended = 1, Rejected = 1 });
        }
    }

    /// <summary>After the end: enters an operation of which the lane has said nothing, so that the counts do not add up.</summary>
    protected void EnterLost(long dueAt)
    {
        if (Counts(dueAt))
        {
            _operations = _operations.Plus(new() { Intended = 1 });
        }
    }

    /// <summary>After the end: calls Enter, EnterRejected or EnterLost once for each operation.</summary>
    protected abstract void EnterOperations();

    /// <summary>The schedule begins: from here on operations are counted by their times.</summary>
    /// <param name="origin">When it begins, nanoseconds.</param>
    protected void Begin(long origin)
    {
        _settled.Expect(Expected);
        var (warmUp, measured) = Timing;
        var countFrom = origin + (long)warmUp.TotalNanoseconds;
        _window = new(countFrom, countFrom + (long)measured.TotalNanoseconds, TimeSpan.MaxValue, Grace);
        _recorder = Latencies.NewRecorder();
        Latencies.Restart(countFrom, measured / 40);
    }

    /// <summary>Waits for the reports that are still expected, at most for the grace.</summary>
    protected void AwaitSettled() => _hasSettled = _settled.Wait(Grace);

    protected override void RunIteration()
    {
        Open();
        var origin = SystemClock.Timestamp;
        Begin(origin);
        var source = new EventSource(SystemClock.Instance, Emit);
        var emitting = PreciseThread.Start(
            "event source",
            () => source.Run(origin, Schedule, _window.CountFrom)
        );
        PreciseThread.Start("window", Observe).Join();
        emitting.Join();
        Lateness = source.Lateness;
        Emitted();
        AwaitSettled();
        Settle();
        Close();

        // What was left behind ends by itself, but nobody may have waited for it.
        SpinWait.SpinUntil(() => Units.Alive == 0, Grace);
    }

    protected override void FinishIteration()
    {
        _operations = new();
        (_endedInWindow, _completedInWindow) = (0, 0);
        EnterOperations();
        Count(_operations);
        EndedInWindow = (_endedInWindow, _completedInWindow, Timing.Measured.TotalSeconds);
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.Expect(_hasSettled, "the lane did not report everything that it owes");
    }

    private void Observe()
    {
        SystemClock.Instance.WaitUntil(_window.CountFrom);
        Window.Open();
        Units.Restart();
        SystemClock.Instance.WaitUntil(_window.Until);
        Window.Close();
    }

    private static OperationCounts One(CallOutcome outcome) =>
        new()
        {
            Intended = 1,
            Completed = outcome == CallOutcome.Completed ? 1 : 0,
            Failed = outcome == CallOutcome.Failed ? 1 : 0,
            TimedOut = outcome == CallOutcome.TimedOut ? 1 : 0,
        };
}
