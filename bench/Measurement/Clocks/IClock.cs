namespace Bench.Measurement.Clocks;

/// <summary>Time for load generation: the system's or a virtual one.</summary>
public interface IClock
{
    /// <summary>Nanoseconds from an arbitrary origin; never goes back.</summary>
    long Now { get; }

    /// <summary>Blocks the calling thread until <see cref="Now"/> has reached <paramref name="timestamp"/>.</summary>
    void WaitUntil(long timestamp);
}
