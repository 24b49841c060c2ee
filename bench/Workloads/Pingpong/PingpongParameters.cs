using System.ComponentModel;

namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Pingpong"/>.</summary>
public sealed record PingpongParameters
{
    /// <summary>Pairs that play at the same time; each is two units.</summary>
    public int Pairs { get; init; } = 1;

    /// <summary>Time that every pair plays in one iteration, ms; a trip under way is played to its end.</summary>
    public int PlayMilliseconds { get; init; } = 200;

    /// <summary>False: trips are checked and counted, but not timed one by one. For what the lane costs without the recording.</summary>
    [DefaultValue(true)]
    public bool Timed { get; init; } = true;
}
