using System.Runtime.CompilerServices;
using Bench.Measurement.Backend;
using Bench.Measurement.Clocks;
using Bench.Results;

namespace Bench.Measurement.Tracing;

/// <summary>
/// Sees where a lane's time goes from what the lane calls anyway: units that enter and leave, steps of the workload, calls of the
/// backend, operations that start and end. It keeps sums, and a few operations from beginning to end. One that is
/// <see cref="Off"/> does nothing: each of its calls is one look at a field.
/// </summary>
#pragma warning disable CA1001 // ToTrace disposes the listener, when the window is over for good
public sealed class Tracer
#pragma warning restore CA1001
{
    internal const int MostSteps = 30;

    // Number, plus one, of what the thread last took up: a lane looks at a call right before it calls the backend for it.
    [ThreadStatic]
    private static long t_takenUp;

    private readonly bool _isOn;
    private readonly IClock _clock;
    private readonly string[] _steps;
    private readonly int _backendStep;
    private readonly RunningUnits _running;
    private readonly UnitLifetimes _lifetimes;
    private readonly SampledOperations _sampled = new();
    private ProcessTimes? _process;

    /// <param name="steps">Names of the workload's steps; calls give their index.</param>
    /// <param name="clock">Time.</param>
    /// <param name="running">What the model runs on this thread, or null; null for a model that cannot tell.</param>
    internal Tracer(IReadOnlyList<string> steps, IClock clock, Func<object?>? running = null)
        : this(isOn: true, steps, clock, running)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps.Count, MostSteps);
    }

    private Tracer(bool isOn, IReadOnlyList<string> steps, IClock clock, Func<object?>? running)
    {
        (_isOn, _clock, _steps, _backendStep) = (isOn, clock, [.. steps, TracedSpan.Backend], steps.Count);
        _running = new(running);
        _lifetimes = new(clock);
    }

    /// <summary>The tracer of a case that is not traced.</summary>
    public static Tracer Off { get; } = new(isOn: false, [], SystemClock.Instance, running: null);

    /// <summary>A step of the workload begins.</summary>
    /// <returns>What <see cref="End"/> wants to know.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Begin() => _isOn ? _clock.Now : 0;

    /// <summary>The step has been done.</summary>
    /// <param name="step">Its index among the workload's steps.</param>
    /// <param name="operation">Number of the operation that it was done for.</param>
    /// <param name="begunAt">What <see cref="Begin"/> returned.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(int step, long operation, long begunAt)
    {
        if (_isOn)
        {
            HasDone(step, operation, begunAt);
        }
    }

    /// <summary>Operations are kept from beginning to end from this one on; those kept before are forgotten.</summary>
    public void SampleFrom(long operation)
    {
        if (_isOn)
        {
            _sampled.SampleFrom(operation);
        }
    }

    /// <summary>An operation starts.</summary>
    /// <param name="operation">Its number; numbers ascend.</param>
    /// <param name="at">When it was meant to, nanoseconds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Starts(long operation, long at)
    {
        if (_isOn)
        {
            _sampled.Start(operation, at);
        }
    }

    /// <summary>An operation has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ends(long operation, long at)
    {
        if (_isOn)
        {
            _sampled.End(operation, at);
        }
    }

    /// <summary>The same for the first that starts at a time or later.</summary>
    internal void SampleAt(long at)
    {
        if (_isOn)
        {
            _sampled.SampleAt(at);
        }
    }

    /// <summary>The thread turns to an operation: the call of the backend that it makes next is for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void TakesUp(long operation)
    {
        if (_isOn)
        {
            t_takenUp = operation + 1;
        }
    }

    /// <summary>A unit with a body starts in this flow of execution; null when nothing is traced.</summary>
    internal TracedUnit? Enter()
    {
        if (!_isOn)
        {
            return null;
        }

        var unit = new TracedUnit(_clock.Now, waitsInside: true, _running.Current);
        _running.Enter(unit);
        _lifetimes.Add(unit);
        return unit;
    }

    /// <summary>It ends.</summary>
    internal void Leave(TracedUnit unit)
    {
        _running.Leave(unit);
        _lifetimes.Remove(unit);
    }

    /// <summary>A unit with callbacks starts.</summary>
    internal void Started()
    {
        if (!_isOn)
        {
            return;
        }

        var unit = new TracedUnit(_clock.Now, waitsInside: false);
        if (_running.TryStart(unit))
        {
            _lifetimes.Add(unit);
        }
        else
        {
            _lifetimes.AddUnknown(unit);
        }
    }

    /// <summary>A unit with callbacks ends; where the model cannot say which, any of them, for they are alike.</summary>
    internal void Ended()
    {
        if (!_isOn)
        {
            return;
        }

        if (_running.End() is { } unit)
        {
            _lifetimes.Remove(unit);
        }
        else
        {
            _lifetimes.RemoveUnknown();
        }
    }

    /// <summary>A call is about to reach the backend.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Calls(BackendCall call)
    {
        if (_isOn)
        {
            HasCalled(call);
        }
    }

    /// <summary>The caller goes on with the answer.</summary>
    internal void GoesOn(BackendCall call)
    {
        var now = _clock.Now;
        call.Unit?.GoesOn(call.AnsweredAt, now);
        if (call.Operation < 0 && call.Unit is { } unit && _sampled.HasBegun)
        {
            unit.Owes(Spans(call, now));
        }
        else if (_sampled.Keeps(call.Operation))
        {
            _sampled.Add(call.Operation, Spans(call, now));
        }
    }

    /// <summary>From now on units' time counts.</summary>
    internal void Open()
    {
        if (!_isOn)
        {
            return;
        }

        _process ??= new();
        _process.Open();
        _lifetimes.Open();
    }

    /// <summary>Until the next opening it does not.</summary>
    internal void Close()
    {
        if (!_isOn)
        {
            return;
        }

        _lifetimes.Close();
        _process!.Close();
    }

    /// <summary>All that was seen, when the window is over for good; null when nothing is traced.</summary>
    internal LaneTrace? ToTrace()
    {
        if (_process is null)
        {
            return null;
        }

        using var process = _process;
        var (seconds, waits) = process.Locks();
        return new()
        {
            WindowSeconds = _lifetimes.WindowSeconds,
            Units = _lifetimes.ToList(_steps),
            RunningSeconds = process.Threads?.Running,
            ReadySeconds = process.Threads?.Ready,
            LockSeconds = seconds,
            LockWaits = waits,
            Operations = _sampled.ToList(),
        };
    }

    private void HasDone(int step, long operation, long begunAt)
    {
        var now = _clock.Now;
        var unit = _running.Current;
        (unit ?? _lifetimes.Nobody).Worked(step, begunAt, now);
        if (_sampled.Keeps(operation))
        {
            _sampled.Add(operation, [.. unit?.Pay() ?? [], new(_steps[step], begunAt, now)]);
        }
    }

    private static TracedSpan[] Spans(BackendCall call, long now) =>
        [
            new(TracedSpan.Backend, call.ArrivedAt, call.AnsweredAt),
            new(TracedSpan.Waking, call.AnsweredAt, now),
        ];

    private void HasCalled(BackendCall call)
    {
        var unit = _running.Current;
        unit?.Does(_backendStep);
        call.Tracer = this;
        call.Operation = t_takenUp - 1;
        t_takenUp = 0;
        call.Unit = unit is { WaitsInside: true } ? unit : null;
        call.Unit?.Calls(call.ArrivedAt);
    }
}
