namespace Bench.Workloads;

/// <summary>A backend that keeps the stock itself and decides; products then hold what they were told.</summary>
public interface IStockDatabase
{
    /// <summary>What it decided of a request that it was called for; null when it could not.</summary>
    /// <param name="number">Number of the request.</param>
    InventoryReply? Decision(long number);

    /// <summary>Pieces left, by product, as they stand in the database.</summary>
    IReadOnlyList<long> Left();

    /// <summary>Every reservation in the database.</summary>
    IReadOnlyList<InventoryRequest> Reservations();
}
