using Bench.Results;

namespace Bench.Measurement.Tracing;

/// <summary>One unit as the tracer knows it. Its own flow adds to it; the tracer looks at it from outside.</summary>
/// <param name="startedAt">When it started, nanoseconds.</param>
/// <param name="waitsInside">True for a unit with a body, which waits where it calls; one with callbacks goes on.</param>
/// <param name="outer">The unit in whose flow it started, or null.</param>
internal sealed class TracedUnit(long startedAt, bool waitsInside, TracedUnit? outer = null)
{
    private readonly Lock _gate = new();
    private UnitSums _calls;
    private long _work;
    private long _workedUntil;
    private TracedSpan[] _owed = [];
    private int _callsOut;
    private long _callsOutSince;

    public bool WaitsInside { get; } = waitsInside;

    public TracedUnit? Outer { get; } = outer;

    /// <summary>
    /// True when two steps overlapped in time: a library has carried the unit's flow into work that is not the unit's.
    /// </summary>
    public bool HasOverlapped { get; private set; }

    /// <summary>Index of the first step that it ever did; null for none.</summary>
    public int? FirstStep { get; private set; }

    /// <summary>A bit for each step that it did.</summary>
    public int Steps { get; private set; }

    /// <summary>From where on its lifetime counts, nanoseconds, and what it had done until then.</summary>
    public (long At, UnitSums Sums) Mark { get; private set; } = (startedAt, default);

    /// <summary>It does a step, or has done it.</summary>
    public void Does(int step)
    {
        FirstStep ??= step;
        Steps |= 1 << step;
    }

    /// <summary>It has done a step; both times are nanoseconds.</summary>
    public void Worked(int step, long begunAt, long endedAt)
    {
        HasOverlapped |= WaitsInside && begunAt < _workedUntil;
        _workedUntil = endedAt;
        if ((Steps & (1 << step)) == 0)
        {
            Does(step);
        }

        Interlocked.Add(ref _work, endedAt - begunAt);
    }

    /// <summary>It has called the backend and waits. Of several calls at once it waits for the last.</summary>
    public void Calls(long at)
    {
        lock (_gate)
        {
            if (_callsOut++ == 0)
            {
                _callsOutSince = at;
            }
        }
    }

    /// <summary>A call was answered, and the unit has gone on.</summary>
    public void GoesOn(long answeredAt, long now)
    {
        lock (_gate)
        {
            if (--_callsOut == 0)
            {
                _calls = _calls.Plus(new(0, answeredAt - _callsOutSince, now - answeredAt));
            }
        }
    }

    /// <summary>A call has been answered of which is not known what it was made for; the unit's next step tells.</summary>
    /// <param name="spans">The call.</param>
    public void Owes(TracedSpan[] spans) => _owed = spans;

    /// <summary>The call that it owes an operation, once; empty for none.</summary>
    public TracedSpan[] Pay()
    {
        var owed = _owed;
        _owed = [];
        return owed;
    }

    /// <summary>From here on its lifetime counts.</summary>
    public void Restart(long now) => Mark = (now, At(now));

    /// <summary>What it did since its mark, a call that is still out included.</summary>
    public UnitSums Since(long now) => At(now).Minus(Mark.Sums);

    private UnitSums At(long now)
    {
        lock (_gate)
        {
            var isOut = _callsOut == 0 ? 0 : Math.Max(0, now - _callsOutSince);
            return _calls.Plus(new(Volatile.Read(ref _work), isOut, 0));
        }
    }
}
