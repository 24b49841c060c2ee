using System.Collections.Immutable;

namespace Bench.DurableGrains;

/// <summary>What is kept of an account.</summary>
[GenerateSerializer]
internal sealed record Journal
{
    /// <summary>Balance, cents.</summary>
    [Id(0)]
    public long Cents { get; init; }

    /// <summary>Payments made, in order.</summary>
    [Id(1)]
    public ImmutableArray<Entry> Debits { get; init; } = [];

    /// <summary>Payments received, in order.</summary>
    [Id(2)]
    public ImmutableArray<Entry> Credits { get; init; } = [];

    /// <summary>Payments that the balance did not cover, in order.</summary>
    [Id(3)]
    public ImmutableArray<Entry> Declined { get; init; } = [];

    /// <summary>Payments made whose payee has not said yet that the money has come: the outbox.</summary>
    [Id(4)]
    public ImmutableArray<Entry> Owed { get; init; } = [];
}
