using Bench.Workloads;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Bench.DurableGrains;

/// <summary>While one request awaits the backend or the storage, the product goes on with others, one turn at a time.</summary>
[Reentrant, HashBasedPlacement, GrainType("durable-product")]
internal sealed class ProductGrain(
    InventoryWork work,
    [PersistentState("stock")] IPersistentState<Stock> stored
) : StoredGrain<Stock>(work, stored), IProduct
{
    public async Task<InventoryReply?> Find()
    {
        var isServed = await work.Backend.CallAsync();
        work.Handled();
        return isServed ? InventoryReply.Found : null;
    }

    public async Task<InventoryReply?> Reserve(Reservation reservation)
    {
        var isServed = await work.Backend.CallAsync();
        work.Handled();
        if (!isServed)
        {
            return null;
        }

        if (!State.Reservations.Contains(reservation))
        {
            if (State.Left < reservation.Quantity)
            {
                return InventoryReply.SoldOut;
            }

            State = new Stock
            {
                Left = State.Left - reservation.Quantity,
                Reservations = State.Reservations.Add(reservation),
            };
        }

        await SaveAsync();
        return InventoryReply.Granted;
    }

    public Task<Stock> Books() => ReadAsync();

    protected override Stock New() => new() { Left = work.Asked.StockPerProduct };
}
