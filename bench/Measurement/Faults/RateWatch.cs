namespace Bench.Measurement.Faults;

/// <summary>Acknowledgements of the last second, and when they were last too few. One thread tells and asks.</summary>
/// <param name="least">Fewest that are enough, 1/s.</param>
public sealed class RateWatch(double least)
{
    private const long Second = 1_000_000_000;
    private readonly Queue<long> _lastSecond = new();
    private long? _begun;
    private long _lastBelow = long.MinValue;

    /// <summary>Something is acknowledged.</summary>
    public void Acknowledge(long now) => _lastSecond.Enqueue(now);

    /// <summary>Looks at the second that ends now; the first second of a load is none.</summary>
    public void Look(long now)
    {
        _begun ??= now;
        while (_lastSecond.TryPeek(out var at) && at <= now - Second)
        {
            _lastSecond.Dequeue();
        }

        if (now - _begun > Second && _lastSecond.Count < least)
        {
            _lastBelow = now;
        }
    }

    /// <summary>When there were last too few, nanoseconds; the beginning of time when there never were.</summary>
    public long LastBelow(long now) => Math.Min(now, _lastBelow);
}
