using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>
/// What one request leaves to be done after it has been answered: bring a payload to the sink. Whoever does it says exactly
/// once how it ended: <see cref="Deliver"/> or <see cref="GiveUp"/>.
/// </summary>
public sealed class BackgroundWork
{
    private readonly Action _ended;
    private byte[] _payload;
    private int _delivered;
    private int _givenUp;

    internal BackgroundWork(int bytes, Action ended)
    {
        _ended = ended;
        _payload = new byte[bytes];

        // A page that nobody has written to is not resident.
        Array.Fill(_payload, (byte)1);
        StartedAt = SystemClock.Timestamp;
    }

    /// <summary>Bytes that it holds: all until it ends, then none.</summary>
    public int Bytes => _payload.Length;

    /// <summary>When it was created, nanoseconds.</summary>
    internal long StartedAt { get; }

    /// <summary>When it ended, nanoseconds.</summary>
    internal long EndedAt { get; private set; }

    /// <summary>Times that it was said to be delivered.</summary>
    internal int Delivered => Volatile.Read(ref _delivered);

    /// <summary>Times that it was said to be given up.</summary>
    internal int GivenUp => Volatile.Read(ref _givenUp);

    /// <summary>The sink has taken the payload.</summary>
    public void Deliver() => End(ref _delivered);

    /// <summary>The sink has not taken it in time.</summary>
    public void GiveUp() => End(ref _givenUp);

    // The workload's books keep the work for the audit, so it lets the payload go itself.
    private void End(ref int times)
    {
        _payload = [];
        EndedAt = SystemClock.Timestamp;
        Interlocked.Increment(ref times);
        _ended();
    }
}
