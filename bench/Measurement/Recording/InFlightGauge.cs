namespace Bench.Measurement.Recording;

/// <summary>Operations in flight, counted where they start and end, read by the sampling thread.</summary>
public sealed class InFlightGauge
{
    private long _now;

    public long Now => Volatile.Read(ref _now);

    public void Enter() => Interlocked.Increment(ref _now);

    public void Leave() => Interlocked.Decrement(ref _now);
}
