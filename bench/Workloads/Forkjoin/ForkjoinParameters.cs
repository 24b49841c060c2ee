namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Forkjoin"/>.</summary>
public sealed record ForkjoinParameters
{
    /// <summary>Leaves of one tree; they are worth 0, 1, 2 …</summary>
    public int Leaves { get; init; } = 1_000;

    /// <summary>Leaves that one unit sums by itself; a range of more than these is forked into ten.</summary>
    public int LeavesPerUnit { get; init; } = 10;

    /// <summary>Trees that an iteration builds at least, one after the other.</summary>
    public int Trees { get; init; } = 34;

    /// <summary>An iteration builds trees for at least this long, ms.</summary>
    public int BuildMilliseconds { get; init; } = 200;
}
