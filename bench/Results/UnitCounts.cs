namespace Bench.Results;

/// <summary>Threads, tasks, workers or actors of the lane: really counted, never derived.</summary>
public sealed record UnitCounts
{
    public long Created { get; init; }
    public long Peak { get; init; }

    /// <summary>Alive after the lane was told to stop and waited for: a leak when not 0.</summary>
    public long AliveAtEnd { get; init; }
}
