namespace Bench.Results;

/// <summary>Garbage collections in the measured window.</summary>
public sealed record GarbageCollections
{
    public int Gen0 { get; init; }
    public int Gen1 { get; init; }
    public int Gen2 { get; init; }

    /// <summary>Null where the runtime does not tell.</summary>
    public double? PauseTotalMilliseconds { get; init; }

    /// <summary>p99 of the pauses seen; null when there was none.</summary>
    public double? PauseP99Milliseconds { get; init; }
}
