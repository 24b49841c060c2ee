using System.ComponentModel;

namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Handoff"/>.</summary>
public sealed record HandoffParameters
{
    /// <summary>Units that offer items.</summary>
    public int Producers { get; init; } = 1;

    /// <summary>Units that take them; any takes whatever comes.</summary>
    public int Consumers { get; init; } = 1;

    /// <summary>Items that may wait between producers and consumers; 0 for no bound.</summary>
    public int Capacity { get; init; } = 256;

    /// <summary>Items that the producers, in shares that differ by one at most, offer in a burst; the next begins when all are taken.</summary>
    public int BurstItems { get; init; } = 4_000;

    /// <summary>Time in which bursts follow each other in one iteration, ms; one under way is done to its end.</summary>
    public int PlayMilliseconds { get; init; } = 150;

    /// <summary>
    /// False: items are checked by their order, number and sum, but not timed one by one, and the bound is not checked. For
    /// what the lane costs without the recording.
    /// </summary>
    [DefaultValue(true)]
    public bool Timed { get; init; } = true;
}
