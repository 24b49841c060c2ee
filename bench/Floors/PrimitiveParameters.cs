namespace Bench.Floors;

/// <summary>Parameters of <see cref="Primitive"/>.</summary>
public sealed record PrimitiveParameters
{
    /// <summary>Time in which one iteration repeats the benchmark's method, ms.</summary>
    public int PlayMilliseconds { get; init; } = 100;
}
