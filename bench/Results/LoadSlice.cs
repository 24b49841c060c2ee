namespace Bench.Results;

/// <summary>One slice of a window in which the load changes.</summary>
public sealed record LoadSlice
{
    /// <summary>Start of the slice from the start of the window, seconds.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>Length of the slice, seconds.</summary>
    public required double LengthSeconds { get; init; }

    /// <summary>What became of the operations that were meant to start in it.</summary>
    public OperationCounts Operations { get; init; } = new();

    /// <summary>Latency of the operations that were meant to start in it.</summary>
    public LatencySummary LatencyNanoseconds { get; init; } = new();

    /// <summary>Operations completed in time while the slice lasted, whenever they started, per second.</summary>
    public double GoodputPerSecond { get; init; }

    /// <summary>Most operations in flight seen in it; null when none was observed.</summary>
    public long? InFlightPeak { get; init; }

    /// <summary>Highest resident set seen in it, bytes; null where the system does not tell.</summary>
    public long? PeakResident { get; init; }
}
