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

    /// <summary>Highest resident bytes, of processes of other machines, which cannot be seen from here.</summary>
    public long? PeakResidentBytes { get; init; }

    /// <summary>Processor seconds of such processes.</summary>
    public double? ProcessorSeconds { get; init; }

    /// <summary>Operations in flight, time-averaged over the window.</summary>
    public double? MeanInFlight { get; init; }
}
