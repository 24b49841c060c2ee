namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Threadring"/>.</summary>
public sealed record ThreadringParameters
{
    /// <summary>Units in the ring, 2 at least.</summary>
    public int Units { get; init; } = 100;

    /// <summary>Hops that the token makes in one game; need not be a multiple of the units.</summary>
    public int Hops { get; init; } = 100_000;

    /// <summary>Time in which games follow each other in one iteration, ms; one under way is played to its end.</summary>
    public int PlayMilliseconds { get; init; } = 200;
}
