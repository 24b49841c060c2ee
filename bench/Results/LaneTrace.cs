namespace Bench.Results;

/// <summary>What tracing saw of a lane in the measured window: where its units' time went, and some operations from beginning to end.</summary>
public sealed record LaneTrace
{
    /// <summary>Length of the window as the tracer saw it, seconds, over all iterations.</summary>
    public double WindowSeconds { get; init; }

    /// <summary>The units, put together by the first step that they ever did.</summary>
    public List<TracedUnits> Units { get; init; } = [];

    /// <summary>Time that the lane's threads were on a processor, seconds; null where the system does not tell.</summary>
    public double? RunningSeconds { get; init; }

    /// <summary>Time that the lane's threads were ready and had no processor, seconds; null where the system does not tell.</summary>
    public double? ReadySeconds { get; init; }

    /// <summary>Time that threads waited for a monitor or lock, seconds, and how often.</summary>
    public double LockSeconds { get; init; }

    public long LockWaits { get; init; }

    /// <summary>Some operations that started one after the other in the middle of the window.</summary>
    public List<TracedOperation> Operations { get; init; } = [];
}
