using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// The asking side of one pair, which times the round trips. One unit at a time uses it. A trip starts when the one
/// before it ends, so one clock read serves both, and the first starts with the signal: a pair that is kept
/// waiting is charged for it.
/// </summary>
public sealed class Pinger
{
    /// <summary>The ball that tells a ponger that the game is over.</summary>
    internal const long End = -1;

    private readonly LatencyRecorder _recorder;
    private readonly InFlightGauge _inFlight;
    private long _expected;
    private long _startedAt;
    private long _playUntil;

    internal Pinger(long first, LatencyRecorder recorder, InFlightGauge inFlight)
    {
        First = first;
        _expected = first + 1;
        _recorder = recorder;
        _inFlight = inFlight;
    }

    /// <summary>Number of the first ball; a ball goes up by one on each way.</summary>
    public long First { get; }

    /// <summary>Round trips played.</summary>
    public long Played { get; private set; }

    /// <summary>Balls that came twice, came out of order or belong to another pair.</summary>
    public long Faults { get; private set; }

    /// <summary>Takes a ball back, which ends a trip.</summary>
    /// <param name="ball">The ball as the other side played it.</param>
    /// <param name="next">The ball to play next.</param>
    /// <returns>False when time is over: the next ball is the last, and nothing will come back.</returns>
    public bool TryPlayOn(long ball, out long next)
    {
        var now = SystemClock.Timestamp;
        if (ball != _expected)
        {
            Faults++;
        }

        next = _expected + 1;
        _expected += 2;
        Played++;
        _recorder.Record(_startedAt, now);
        _startedAt = now;
        if (_recorder.IsFull)
        {
            HandOver();
        }

        if (now < _playUntil)
        {
            return true;
        }

        next = End;
        _inFlight.Leave();
        return false;
    }

    internal void Start(long now, TimeSpan play)
    {
        _startedAt = now;
        _playUntil = now + (long)play.TotalNanoseconds;
        _inFlight.Enter();
    }

    private void HandOver()
    {
        _inFlight.Leave();
        _recorder.Flush();
        _inFlight.Enter();
        _startedAt = SystemClock.Timestamp;
    }
}
