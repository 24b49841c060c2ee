namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Big"/>.</summary>
public sealed record BigParameters
{
    /// <summary>Units, each of which asks and answers all others; 2 at least.</summary>
    public int Units { get; init; } = 120;

    /// <summary>Pings that each unit sends in one game, the next when the one before is answered.</summary>
    public int Pings { get; init; } = 20_000;

    /// <summary>Time in which games follow each other in one iteration, ms; one under way is played to its end.</summary>
    public int PlayMilliseconds { get; init; } = 200;
}
