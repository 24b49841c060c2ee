namespace Bench.Workloads;

/// <summary>What the caller is told.</summary>
public enum GatewayReply
{
    /// <summary>The token is valid: the request passes.</summary>
    Allowed,

    /// <summary>The token is forged.</summary>
    Denied,
}
