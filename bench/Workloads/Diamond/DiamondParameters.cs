namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Diamond"/>.</summary>
public sealed record DiamondParameters
{
    /// <summary>Units that each treat every item, side by side, between the source and the join.</summary>
    public int Branches { get; init; } = 2;

    /// <summary>Items that may wait before each branch, and parts after it; 0 for no bound.</summary>
    public int Capacity { get; init; } = 256;

    /// <summary>Items that the source offers in a burst; the next begins when all are joined.</summary>
    public int BurstItems { get; init; } = 4_000;

    /// <summary>Time in which bursts follow each other in one iteration, ms; one under way is done to its end.</summary>
    public int PlayMilliseconds { get; init; } = 150;
}
