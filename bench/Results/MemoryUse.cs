namespace Bench.Results;

/// <summary>Memory of the process in bytes; null where the system does not tell.</summary>
public sealed record MemoryUse
{
    /// <summary>Highest resident set of the process (VmHWM on Linux).</summary>
    public long? PeakResident { get; init; }

    /// <summary>Median resident set over the measured window.</summary>
    public long? SteadyResident { get; init; }

    /// <summary>Resident set just before the lane's units were created: the floor to subtract.</summary>
    public long? BaselineResident { get; init; }

    /// <summary>Managed heap after the window, before any forced collection; null where the runtime does not tell.</summary>
    public long? ManagedHeap { get; init; }

    /// <summary>Managed bytes allocated in the window per intended operation; null where the runtime does not tell.</summary>
    public double? AllocatedPerOperation { get; init; }
}
