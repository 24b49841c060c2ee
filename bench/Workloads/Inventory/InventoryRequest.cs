namespace Bench.Workloads;

/// <summary>A lookup or a reservation of one product.</summary>
/// <param name="Number">Permanent number of the request in its run.</param>
/// <param name="Product">Index of the product.</param>
/// <param name="IsReservation">Reserve, or only look up.</param>
/// <param name="Quantity">Pieces to reserve.</param>
public readonly record struct InventoryRequest(long Number, int Product, bool IsReservation, int Quantity);
