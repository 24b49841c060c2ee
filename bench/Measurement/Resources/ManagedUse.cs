using Bench.Results;

namespace Bench.Measurement.Resources;

/// <summary>What only the runtime of a measured process knows of it; null for what it does not tell.</summary>
public sealed record ManagedUse
{
    /// <summary>Bytes of its heap after the window.</summary>
    public long? HeapBytes { get; init; }

    /// <summary>Bytes allocated in the window.</summary>
    public long? AllocatedBytes { get; init; }

    /// <summary>Garbage collections in the window.</summary>
    public GarbageCollections Collections { get; init; } = new();

    /// <summary>Operations in flight, time-averaged over the window.</summary>
    public double? MeanInFlight { get; init; }
}
