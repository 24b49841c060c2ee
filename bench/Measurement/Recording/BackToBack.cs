using Bench.Measurement.Clocks;

namespace Bench.Measurement.Recording;

/// <summary>
/// Times what one worker does back to back, for a set time or a set number of times. An operation starts when the one
/// before it ends, so one clock reading serves both, and the first starts with the signal: a worker that is kept waiting
/// is charged for it.
/// </summary>
/// <param name="recorder">Takes the latencies; null where operations are only counted, and the clock is read after every 64th.</param>
/// <param name="inFlight">Told of each operation's start and end.</param>
public sealed class BackToBack(LatencyRecorder? recorder, InFlightGauge inFlight)
{
    private const int Stride = 64;
    private long _startedAt;
    private long _until;
    private int _untimed;

    /// <summary>The signal.</summary>
    /// <param name="now">When it was given, nanoseconds.</param>
    /// <param name="duration">Time after which no operation starts.</param>
    public void Start(long now, TimeSpan duration)
    {
        _startedAt = now;
        _until = now + (long)duration.TotalNanoseconds;
        inFlight.Enter();
    }

    /// <summary>The signal where the operations are counted: <see cref="End"/> tells of the last.</summary>
    /// <param name="now">When it was given, nanoseconds.</param>
    public void Start(long now)
    {
        _startedAt = now;
        _until = long.MaxValue;
        inFlight.Enter();
    }

    /// <summary>The last operation has ended.</summary>
    /// <returns>When, nanoseconds.</returns>
    public long End()
    {
        var now = SystemClock.Timestamp;
        recorder?.Record(_startedAt, now);
        inFlight.Leave();
        return now;
    }

    /// <summary>An operation has ended.</summary>
    /// <returns>True when the next one has started, false when time is over.</returns>
    public bool TryGoOn()
    {
        if (recorder is null)
        {
            return ++_untimed % Stride != 0 || TryGoOn(SystemClock.Timestamp);
        }

        var now = SystemClock.Timestamp;
        recorder.Record(_startedAt, now);
        _startedAt = now;
        if (recorder.IsFull)
        {
            HandOver(recorder);
        }

        return TryGoOn(now);
    }

    private bool TryGoOn(long now)
    {
        if (now < _until)
        {
            return true;
        }

        inFlight.Leave();
        return false;
    }

    // No operation is charged for it.
    private void HandOver(LatencyRecorder full)
    {
        inFlight.Leave();
        full.Flush();
        inFlight.Enter();
        _startedAt = SystemClock.Timestamp;
    }
}
