namespace Bench.Workloads;

/// <summary>
/// Who may eat, for lanes in which one decides for all: who has no neighbour that eats, and none that has waited longer, so that
/// nobody starves between two who take turns. Not safe for several units at once: that is the model's part.
/// </summary>
/// <param name="seats">Philosophers at the table.</param>
/// <param name="serve">Told the seat of a philosopher who has waited and whose both forks are now.</param>
public sealed class Arbitrator(int seats, Action<int> serve)
{
    private const long Never = long.MaxValue;
    private readonly bool[] _eats = new bool[seats];
    private readonly long[] _waitsSince = [.. Enumerable.Repeat(Never, seats)];
    private long _now;

    /// <summary>A philosopher is hungry.</summary>
    /// <returns>True when both forks are now its own; false when it has to wait until it is served.</returns>
    public bool TryServe(int seat)
    {
        _waitsSince[seat] = _now++;
        return TryLetEat(seat);
    }

    /// <summary>A philosopher puts its forks back; a neighbour who has waited is served if it now can be.</summary>
    public void PutBack(int seat)
    {
        _eats[seat] = false;
        ServeIfWaiting(LeftOf(seat));
        ServeIfWaiting(RightOf(seat));
    }

    private void ServeIfWaiting(int seat)
    {
        if (_waitsSince[seat] != Never && TryLetEat(seat))
        {
            serve(seat);
        }
    }

    private bool TryLetEat(int seat)
    {
        if (GoesFirst(LeftOf(seat), seat) || GoesFirst(RightOf(seat), seat))
        {
            return false;
        }

        _waitsSince[seat] = Never;
        _eats[seat] = true;
        return true;
    }

    private bool GoesFirst(int neighbour, int seat) =>
        _eats[neighbour] || _waitsSince[neighbour] < _waitsSince[seat];

    private int LeftOf(int seat) => (seat + seats - 1) % seats;

    private int RightOf(int seat) => (seat + 1) % seats;
}
