namespace Bench.Workloads;

/// <summary>
/// Who may eat, for lanes in which one decides for all: those of whose neighbours none eats. Who must wait is remembered
/// and served when the forks are back. Not safe for several units at once: that is the model's part.
/// </summary>
/// <param name="seats">Philosophers at the table.</param>
/// <param name="serve">Told the seat of a philosopher who has waited and whose both forks are now.</param>
public sealed class Arbitrator(int seats, Action<int> serve)
{
    private readonly bool[] _eats = new bool[seats];
    private readonly bool[] _waits = new bool[seats];

    /// <summary>A philosopher is hungry.</summary>
    /// <returns>True when both forks are now its own; false when it has to wait until it is served.</returns>
    public bool TryServe(int seat)
    {
        _waits[seat] = _eats[LeftOf(seat)] || _eats[RightOf(seat)];
        _eats[seat] = !_waits[seat];
        return _eats[seat];
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
        if (_waits[seat] && TryServe(seat))
        {
            serve(seat);
        }
    }

    private int LeftOf(int seat) => (seat + seats - 1) % seats;

    private int RightOf(int seat) => (seat + 1) % seats;
}
