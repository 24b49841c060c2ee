using System.Collections.Immutable;

namespace Bench.DurableGrains;

/// <summary>What is kept of a key's writes.</summary>
[GenerateSerializer]
internal sealed record Ledger
{
    /// <summary>Numbers entered, in order.</summary>
    [Id(0)]
    public ImmutableArray<long> Numbers { get; init; } = [];
}
