namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Chameneos"/>.</summary>
public sealed record ChameneosParameters
{
    /// <summary>Creatures that want to meet, 2 at least; each is a unit.</summary>
    public int Creatures { get; init; } = 100;

    /// <summary>Meetings of two after which the mall closes, which ends a game.</summary>
    public int Meetings { get; init; } = 200_000;

    /// <summary>Time in which games follow each other in one iteration, ms; one under way is played to its end.</summary>
    public int PlayMilliseconds { get; init; } = 200;
}
