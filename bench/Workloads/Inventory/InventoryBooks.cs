namespace Bench.Workloads;

/// <summary>What became of products and requests, at rest.</summary>
/// <param name="Replies">Every call completed, with what its user was told.</param>
/// <param name="Left">Pieces left, by product.</param>
/// <param name="Reservations">Every reservation granted.</param>
/// <param name="MostInWork">Most requests in work at once.</param>
public sealed record InventoryBooks(
    IReadOnlyList<(InventoryRequest Request, InventoryReply Reply)> Replies,
    IReadOnlyList<long> Left,
    IReadOnlyList<InventoryRequest> Reservations,
    long MostInWork
);
