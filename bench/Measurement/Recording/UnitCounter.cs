using Bench.Measurement.Tracing;

namespace Bench.Measurement.Recording;

/// <summary>Counts a lane's units (threads, tasks, workers, actors) as they really start and end.</summary>
public sealed class UnitCounter
{
    private long _created;
    private long _alive;
    private long _peak;

    /// <summary>Is told of units, too.</summary>
    internal Tracer Tracer { get; set; } = Tracer.Off;

    public long Created => Volatile.Read(ref _created);
    public long Alive => Volatile.Read(ref _alive);
    public long Peak => Volatile.Read(ref _peak);

    /// <summary>A unit starts; it ends when the returned value is disposed.</summary>
    public Unit Enter()
    {
        Count();
        return new Unit(this, Tracer.Enter());
    }

    /// <summary>A unit starts, for models whose units have callbacks instead of a body.</summary>
    public void Started()
    {
        Count();
        Tracer.Started();
    }

    /// <summary>A unit ends.</summary>
    public void Ended()
    {
        Tracer.Ended();
        Interlocked.Decrement(ref _alive);
    }

    /// <summary>A unit that entered ends.</summary>
    internal void Left(TracedUnit? traced)
    {
        if (traced is not null)
        {
            Tracer.Leave(traced);
        }

        Interlocked.Decrement(ref _alive);
    }

    private void Count()
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

    /// <summary>Adds what a process that is measured in place of this one told of its units.</summary>
    /// <param name="created">Units that started since it last told.</param>
    /// <param name="peak">Most of them at once.</param>
    /// <param name="alive">Those that have not ended.</param>
    public void Tell(long created, long peak, long alive)
    {
        _created += created;
        _peak = Math.Max(_peak, peak);
        _alive = alive;
    }

    /// <summary>Forgets the units that have ended; those alive stay counted, for they will end.</summary>
    internal void Restart()
    {
        Interlocked.Add(ref _created, Alive - Created);
        Volatile.Write(ref _peak, Alive);
    }
}
