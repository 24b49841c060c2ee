using Bench.Measurement.Tracing;

namespace Bench.Workloads;

/// <summary>One product's stock and its books. Not safe for several units at once: that is the model's part.</summary>
/// <param name="stock">Pieces at the beginning.</param>
/// <param name="tracer">Is told of what is applied.</param>
/// <param name="database">Decides what is granted; null where the product decides by what is left.</param>
public sealed class Product(int stock, Tracer tracer, IStockDatabase? database = null)
{
    // Place in the workload's TracedSteps.
    private const int ApplyStep = 0;
    private readonly List<InventoryRequest> _reservations = [];

    /// <summary>Pieces left.</summary>
    public int Left { get; private set; } = stock;

    /// <summary>Every reservation granted, in order.</summary>
    public IReadOnlyList<InventoryRequest> Reservations => _reservations;

    /// <summary>Does what the request asks.</summary>
    public InventoryReply Apply(InventoryRequest request)
    {
        var begun = tracer.Begin();
        var reply = Do(request);
        tracer.End(ApplyStep, request.Number, begun);
        return reply;
    }

    private InventoryReply Do(InventoryRequest request)
    {
        if (!request.IsReservation)
        {
            return InventoryReply.Found;
        }

        if (
            database is null
                ? Left < request.Quantity
                : database.Decision(request.Number) != InventoryReply.Granted
        )
        {
            return InventoryReply.SoldOut;
        }

        Left -= request.Quantity;
        _reservations.Add(request);
        return InventoryReply.Granted;
    }
}
