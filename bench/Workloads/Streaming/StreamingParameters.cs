namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Streaming"/>.</summary>
public sealed record StreamingParameters
{
    /// <summary>Subscribers connected outside the spike.</summary>
    public int Subscribers { get; init; } = 50;

    /// <summary>Times as many are connected in the middle third of the measured time; 1 for no spike.</summary>
    public int SpikeFactor { get; init; } = 3;

    /// <summary>Published events, 1/s, evenly spaced.</summary>
    public int EventsPerSecond { get; init; } = 40;

    /// <summary>Time to send an event to a subscriber who keeps up, ms.</summary>
    public int SendMilliseconds { get; init; } = 5;

    /// <summary>One subscriber of each so many is slow; which one follows from the seed.</summary>
    public int SlowOneIn { get; init; } = 25;

    /// <summary>Time to send an event to a slow subscriber, ms: longer than from one event to the next, so it falls behind.</summary>
    public int SlowSendMilliseconds { get; init; } = 40;

    /// <summary>What a full buffer means for slow subscribers. For all others the publisher waits.</summary>
    public OverflowPolicy SlowPolicy { get; init; } = OverflowPolicy.DropOldest;

    /// <summary>Events that may wait for one subscriber, besides the one being sent.</summary>
    public int BufferCapacity { get; init; } = 8;

    /// <summary>
    /// Events being sent at once: the size of a fixed pool. A model with a unit for each subscriber sends as many as there
    /// are connections, so equal terms need as many.
    /// </summary>
    public int ConcurrencyLimit { get; init; } = 150;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 300;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 2_400;
}
