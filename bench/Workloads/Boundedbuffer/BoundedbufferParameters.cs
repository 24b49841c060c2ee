namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Boundedbuffer"/>.</summary>
public sealed record BoundedbufferParameters
{
    /// <summary>Items that may wait in the buffer.</summary>
    public int Slots { get; init; } = 50;

    /// <summary>Units that make items.</summary>
    public int Producers { get; init; } = 40;

    /// <summary>Units that consume them; any takes whatever comes.</summary>
    public int Consumers { get; init; } = 40;

    /// <summary>Items that each producer makes in one game.</summary>
    public int ItemsPerProducer { get; init; } = 1_000;

    /// <summary>Work to make an item, in hundreds of steps of the random generator's mix (some 0.4 µs a hundred).</summary>
    public int ProducerCost { get; init; } = 25;

    /// <summary>Work to consume one, in the same unit.</summary>
    public int ConsumerCost { get; init; } = 25;

    /// <summary>Time in which games follow each other in one iteration, ms; one under way is played to its end.</summary>
    public int PlayMilliseconds { get; init; } = 200;
}
