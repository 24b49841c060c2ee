namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Leak"/>.</summary>
public sealed record LeakParameters
{
    /// <summary>Requests, 1/s, evenly spaced; each starts one piece of background work.</summary>
    public int RequestsPerSecond { get; init; } = 250;

    /// <summary>What the work holds until it is over, bytes; small enough for the ordinary heap.</summary>
    public int PayloadBytes { get; init; } = 65_536;

    /// <summary>Time after which work gives up, ms, for lanes that set a deadline.</summary>
    public int DeadlineMilliseconds { get; init; } = 250;

    /// <summary>Load before anything counts, ms; the sink blocks from the start.</summary>
    public int WarmUpMilliseconds { get; init; } = 250;

    /// <summary>Length of the soak, ms.</summary>
    public int SoakMilliseconds { get; init; } = 5_000;
}
