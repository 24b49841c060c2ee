namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Stencil"/>.</summary>
public sealed record StencilParameters
{
    /// <summary>Rows of the plate.</summary>
    public int Rows { get; init; } = 384;

    /// <summary>Cells of a row, 8 bytes each, twice.</summary>
    public int Columns { get; init; } = 256;

    /// <summary>Bands of rows that are computed at the same time.</summary>
    public int Blocks { get; init; } = 2;

    /// <summary>Sweeps of one computation, a barrier after each.</summary>
    public int Sweeps { get; init; } = 256;

    /// <summary>An iteration computes for at least this long, ms.</summary>
    public int ComputeMilliseconds { get; init; } = 400;
}
