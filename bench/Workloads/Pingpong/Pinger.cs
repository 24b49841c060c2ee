using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>
/// The asking side of one pair, which times the round trips. One unit at a time uses it.
/// </summary>
public sealed class Pinger
{
    /// <summary>The ball that tells a ponger that the game is over.</summary>
    internal const long End = -1;

    private readonly BackToBack _timer;
    private long _expected;

    internal Pinger(long first, BackToBack timer)
    {
        First = first;
        _expected = first + 1;
        _timer = timer;
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
        if (ball != _expected)
        {
            Faults++;
        }

        _expected += 2;
        Played++;
        var playOn = _timer.TryGoOn();
        next = playOn ? _expected - 1 : End;
        return playOn;
    }

    internal void Start(long now, TimeSpan play) => _timer.Start(now, play);
}
