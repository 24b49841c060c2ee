namespace Bench.Measurement.Recording;

/// <summary>Counts a lane's units (threads, tasks, workers, actors) as they really start and end.</summary>
public sealed class UnitCounter
{
    private long _created;
    private long _alive;
    private long _peak;

    public long Created => Volatile.Read(ref _created);
    public long Alive => Volatile.Read(ref _alive);
    public long Peak => Volatile.Read(ref _peak);

    /// <summary>A unit starts; it ends when the returned value is disposed.</summary>
    public Unit Enter()
    {
        Started();
        return new Unit(this);
    }

    /// <summary>A unit starts, for models whose units have callbacks instead of a body.</summary>
    public void Started()
    {
        Interlocked.Increment(ref _created);
        var alive = Interlocked.Increment(ref _alive);
        var peak = Peak;
        while (alive > peak)
        {
            var seen = Interlocked.CompareExchange(ref _peak, alive, peak);
            peak = seen == peak ? alive : seen;
        }
    }

    /// <summary>A unit ends.</summary>
    public void Ended() => Interlocked.Decrement(ref _alive);

    /// <summary>Forgets the units that have ended; those alive stay counted, for they will end.</summary>
    internal void Restart()
    {
        Interlocked.Add(ref _created, Alive - Created);
        Volatile.Write(ref _peak, Alive);
    }
}
