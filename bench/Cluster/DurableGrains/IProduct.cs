using Bench.Workloads;

namespace Bench.DurableGrains;

/// <summary>One product, whose number is its key.</summary>
internal interface IProduct : IUnit
{
    /// <summary>A lookup; null when it had waited for longer than its deadline, as below.</summary>
    Task<InventoryReply?> Find();

    /// <summary>A reservation; the same one again has the same answer and is not applied twice.</summary>
    Task<InventoryReply?> Reserve(Reservation reservation);

    /// <summary>What is stored of it.</summary>
    Task<Stock> Books();
}
