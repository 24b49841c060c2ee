namespace Bench.Workloads;

/// <summary>What a message of <see cref="Big"/> is.</summary>
public enum BigKind
{
    /// <summary>From nobody: the game begins.</summary>
    Begin,

    /// <summary>To be answered.</summary>
    Ping,

    /// <summary>The answer to a ping.</summary>
    Pong,
}
