namespace Bench.Workloads;

/// <summary>The time in which a stage's backend is down, and what its callers and their breaker did meanwhile. Any unit may report.</summary>
/// <param name="from">When it goes down, nanoseconds.</param>
/// <param name="until">When it is up again, nanoseconds.</param>
internal sealed class BackendOutage(long from, long until)
{
    private long _refused;
    private long _refusedSinceOpening;
    private long _refusedBehindBreaker;
    private long _openings;
    private long _needlessOpenings;
    private long _firstServedAfter = long.MaxValue;

    public long From { get; } = from;

    public long Until { get; } = until;

    /// <summary>Calls that failed because the backend was down.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>The same, but since a breaker had opened for the first time.</summary>
    public long RefusedBehindBreaker => Volatile.Read(ref _refusedBehindBreaker);

    /// <summary>Times that a breaker opened.</summary>
    public long Openings => Volatile.Read(ref _openings);

    /// <summary>The same, without a call that had failed for the outage since the time before.</summary>
    public long NeedlessOpenings => Volatile.Read(ref _needlessOpenings);

    /// <summary>When the first call succeeded after the outage, nanoseconds; null when none did.</summary>
    public long? FirstServedAfter =>
        Volatile.Read(ref _firstServedAfter) is var at && at < long.MaxValue ? at : null;

    /// <summary>A call to the backend ends; false when it fails because the backend is down.</summary>
    public bool TryServe(long now)
    {
        if (now >= From && now < Until)
        {
            Interlocked.Increment(ref _refused);
            Interlocked.Increment(ref _refusedSinceOpening);
            if (Openings > 0)
            {
                Interlocked.Increment(ref _refusedBehindBreaker);
            }

            return false;
        }

        return true;
    }

    /// <summary>A call to the backend has succeeded.</summary>
    public void Served(long now)
    {
        if (now >= Until)
        {
            Interlocked.CompareExchange(ref _firstServedAfter, now, long.MaxValue);
        }
    }

    /// <summary>A breaker has opened.</summary>
    public void Opened()
    {
        Interlocked.Increment(ref _openings);
        if (Interlocked.Exchange(ref _refusedSinceOpening, 0) == 0)
        {
            Interlocked.Increment(ref _needlessOpenings);
        }
    }
}
