using System.Collections.Immutable;

namespace Bench.DurableGrains;

/// <summary>What is kept of a product.</summary>
[GenerateSerializer]
internal sealed record Stock
{
    /// <summary>Pieces left.</summary>
    [Id(0)]
    public int Left { get; init; }

    /// <summary>Every reservation granted, in order.</summary>
    [Id(1)]
    public ImmutableArray<Reservation> Reservations { get; init; } = [];
}
