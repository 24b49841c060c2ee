namespace Bench.Workloads;

/// <summary>The replying side of one pair. One unit at a time uses it.</summary>
/// <param name="first">Number of the first ball that it is to receive.</param>
public sealed class Ponger(long first)
{
    private long _expected = first;

    /// <summary>Balls played back.</summary>
    public long Returned { get; private set; }

    /// <summary>Balls that came twice, came out of order or belong to another pair.</summary>
    public long Faults { get; private set; }

    /// <summary>Plays a ball back.</summary>
    /// <param name="ball">The ball as the other side played it.</param>
    /// <param name="reply">The ball to send back: its number is one higher.</param>
    /// <returns>False when the ball ends the game: there is nothing to send back.</returns>
    public bool TryReturn(long ball, out long reply)
    {
        reply = ball + 1;
        if (ball == Pinger.End)
        {
            return false;
        }

        if (ball != _expected)
        {
            Faults++;
        }

        _expected += 2;
        Returned++;
        return true;
    }
}
