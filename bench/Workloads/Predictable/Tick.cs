namespace Bench.Workloads;

/// <summary>What became of one tick of a stream. Times are nanoseconds.</summary>
/// <param name="DueAt">When it was to begin.</param>
/// <param name="BegunAt">When it began; of a missed one, when the next that ran was turned to, or the end was seen.</param>
/// <param name="EndedAt">When its computation had been done; 0 for one that did not run.</param>
/// <param name="Runs">Times that it ran.</param>
/// <param name="IsMissed">True when it was passed over.</param>
/// <param name="Result">What was computed.</param>
public readonly record struct Tick(
    long DueAt,
    long BegunAt,
    long EndedAt,
    int Runs,
    bool IsMissed,
    ulong Result
)
{
    /// <summary>How far from its time it began, nanoseconds, late or early.</summary>
    public long Deviation => Math.Abs(BegunAt - DueAt);
}
