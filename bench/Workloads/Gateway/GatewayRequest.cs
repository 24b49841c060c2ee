namespace Bench.Workloads;

/// <summary>A request that may pass only with a valid token.</summary>
/// <param name="Number">Permanent number of the request in its run.</param>
/// <param name="Token">What the authority has to check.</param>
public sealed record GatewayRequest(long Number, ulong Token)
{
    /// <summary>When it was offered to the lane, nanoseconds.</summary>
    internal long OfferedAt { get; set; }
}
