namespace Bench.Workloads;

/// <summary>What is remembered of a check.</summary>
/// <param name="requests">Whose tokens were checked, in the order of the batch.</param>
/// <param name="serviceTime">What it costs the backend.</param>
/// <param name="begunAt">When the batch was closed and the check began, nanoseconds.</param>
internal sealed class CheckRecord(GatewayRequest[] requests, TimeSpan serviceTime, long begunAt)
{
    public IReadOnlyList<GatewayRequest> Requests { get; } = requests;

    public TimeSpan ServiceTime { get; } = serviceTime;

    public long BegunAt { get; } = begunAt;

    /// <summary>When the backend had answered, nanoseconds; 0 when it never did.</summary>
    public long EndedAt { get; set; }

    /// <summary>How long its oldest request had waited when it began, nanoseconds.</summary>
    public long OldestWaited => BegunAt - Requests[0].OfferedAt;
}
