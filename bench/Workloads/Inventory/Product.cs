namespace Bench.Workloads;

/// <summary>One product's stock and its books. Not safe for several units at once: that is the model's part.</summary>
public sealed class Product(int stock)
{
    private readonly List<InventoryRequest> _reservations = [];

    /// <summary>Pieces left.</summary>
    public int Left { get; private set; } = stock;

    /// <summary>Every reservation granted, in order.</summary>
    public IReadOnlyList<InventoryRequest> Reservations => _reservations;

    /// <summary>Does what the request asks.</summary>
    public InventoryReply Apply(InventoryRequest request)
    {
        if (!request.IsReservation)
        {
            return InventoryReply.Found;
        }

        if (Left < request.Quantity)
        {
            return InventoryReply.SoldOut;
        }

        Left -= request.Quantity;
        _reservations.Add(request);
        return InventoryReply.Granted;
    }
}
