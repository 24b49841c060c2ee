namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Footprint"/>.</summary>
public sealed record FootprintParameters
{
    /// <summary>Units parked at once at the end.</summary>
    public int Units { get; init; } = 2_000;

    /// <summary>Equal steps in which they are created; memory is read after each.</summary>
    public int Steps { get; init; } = 5;
}
