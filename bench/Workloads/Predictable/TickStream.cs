using Bench.Measurement;
using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>
/// A stream of ticks, due a period apart. Whoever wakes up for it runs the tick whose time is nearest, early or late;
/// those before it that have not run are missed by then, and said to be. One unit at a time uses it.
/// </summary>
public sealed class TickStream
{
    private readonly Tick[] _ticks;
    private readonly int _rounds;
    private readonly ulong _seed;
    private readonly Action _over;
    private int _next;
    private int _inside;
    private int _overlaps;

    internal TickStream(long firstDueAt, TimeSpan period, int ticks, int rounds, ulong seed, Action over)
    {
        (Period, _rounds, _seed, _over) = (period, rounds, seed, over);
        var gap = (long)period.TotalNanoseconds;
        _ticks =
        [
            .. Enumerable
                .Range(0, ticks)
                .Select(tick => new Tick(firstDueAt + (tick * gap), 0, 0, 0, false, 0)),
        ];
    }

    /// <summary>Time from one tick to the next.</summary>
    public TimeSpan Period { get; }

    /// <summary>When the next tick that has neither run nor been missed is due, nanoseconds; null when none is left.</summary>
    public long? NextDueAt =>
        Volatile.Read(ref _next) is var next && next < _ticks.Length ? _ticks[next].DueAt : null;

    /// <summary>True when every tick has begun or been missed; anyone may ask.</summary>
    public bool IsOver => NextDueAt is null;

    /// <summary>What became of each tick.</summary>
    internal IReadOnlyList<Tick> Ticks => _ticks;

    /// <summary>Computations that began while another of the stream was under way.</summary>
    internal int Overlaps => _overlaps;

    /// <summary>When the tick is due, nanoseconds, by its number from 0; null when there are no more.</summary>
    public long? DueAt(int tick) => tick < _ticks.Length ? _ticks[tick].DueAt : null;

    /// <summary>A wake-up has come.</summary>
    /// <param name="tick">The tick to <see cref="Run"/> now.</param>
    /// <returns>False when the nearest tick has begun before, or all are over.</returns>
    public bool TryBegin(out int tick)
    {
        var now = SystemClock.Timestamp;
        tick = Nearest(now);
        if (tick < _next || _next >= _ticks.Length)
        {
            return false;
        }

        for (var missed = _next; missed < tick; missed++)
        {
            _ticks[missed] = _ticks[missed] with { BegunAt = now, IsMissed = true };
        }

        Volatile.Write(ref _next, tick + 1);
        if (tick < _ticks.Length)
        {
            return true;
        }

        _over();
        return false;
    }

    /// <summary>Does the tick's computation.</summary>
    public void Run(int tick)
    {
        var begunAt = SystemClock.Timestamp;
        if (Interlocked.Exchange(ref _inside, 1) == 1)
        {
            Interlocked.Increment(ref _overlaps);
        }

        var result = Compute(tick);
        _ticks[tick] = _ticks[tick] with
        {
            BegunAt = begunAt,
            EndedAt = SystemClock.Timestamp,
            Runs = _ticks[tick].Runs + 1,
            Result = result,
        };
        Volatile.Write(ref _inside, 0);
        if (tick == _ticks.Length - 1)
        {
            _over();
        }
    }

    /// <summary>The fixed computation: the same for a tick whoever does it.</summary>
    internal ulong Compute(int tick) => PipelineKernel.Work(SplitMix64.Mix(_seed ^ (ulong)tick), _rounds);

    // Before the first tick's turn it is -1 or less; after the last one's, the number of ticks.
    private int Nearest(long now)
    {
        var periods = (now - _ticks[0].DueAt) / Period.TotalNanoseconds;
        return (int)Math.Clamp(Math.Floor(periods + 0.5), -1, _ticks.Length);
    }
}
