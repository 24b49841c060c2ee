namespace Bench.Measurement.Faults;

/// <summary>The load of a fault trial.</summary>
public sealed record WritePlan
{
    /// <summary>Writes, 1/s.</summary>
    public int RatePerSecond { get; init; } = 200;

    /// <summary>What writes are meant for, in turn: entities spread over the nodes.</summary>
    public int Keys { get; init; } = 200;

    /// <summary>An attempt that is not answered by then has failed, and the write is sent again.</summary>
    public TimeSpan AttemptTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A write that is not acknowledged by then is not sent again.</summary>
    public TimeSpan WriteTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Load before the fault.</summary>
    public TimeSpan Before { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Load after the rate is full again.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest load after the fault has been done.</summary>
    public TimeSpan Most { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time after the load until a node that the others took for dead has noticed, and holds nothing any more.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(30);
}
