using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>One place in the ring. One unit at a time uses it, and of all the ring's only the one that has the token.</summary>
public sealed class RingMember
{
    private readonly int _index;
    private readonly ThreadringParameters _parameters;
    private readonly BackToBack _timer;
    private readonly Arrival _ended;
    private int _expected;

    internal RingMember(int index, ThreadringParameters parameters, BackToBack timer, Arrival ended)
    {
        _index = index;
        _parameters = parameters;
        _timer = timer;
        _ended = ended;
    }

    /// <summary>Times that it had the token, over all games.</summary>
    public long Received { get; private set; }

    /// <summary>Tokens that came twice, out of order or to the wrong member.</summary>
    public long Faults { get; private set; }

    /// <summary>Times that it is to have the token in one game.</summary>
    internal int Turns =>
        _index > _parameters.Hops ? 0 : ((_parameters.Hops - _index) / _parameters.Units) + 1;

    /// <summary>Takes the token, which ends a hop.</summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="next">What the next member is to have.</param>
    /// <returns>False when the game is over: there is nothing to pass on.</returns>
    public bool TryPassOn(RingToken token, out RingToken next)
    {
        Faults += token.HopsLeft == _expected ? 0 : 1;
        _expected -= _parameters.Units;
        Received++;
        next = new(token.HopsLeft - 1);
        if (token.HopsLeft == 0)
        {
            _timer.End();
            _ended.Report();
            return false;
        }

        Time(token);
        return true;
    }

    /// <summary>A game begins.</summary>
    internal void Begin() => _expected = _parameters.Hops - _index;

    // Who puts the token into the ring is no member of it: that is no hop.
    private void Time(RingToken token)
    {
        if (token.HopsLeft == _parameters.Hops)
        {
            _timer.Start(SystemClock.Timestamp);
        }
        else
        {
            _timer.TryGoOn();
        }
    }
}
