using Bench.Measurement.Backend;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>What every database that keeps the stock must do.</summary>
public abstract class StockContract
{
    private const int Threads = 8;

    [Fact]
    public async Task A_request_that_comes_twice_is_entered_once_and_answered_alike()
    {
        await using var stock = await NewAsync(stockPerProduct: 5);
        var request = new InventoryRequest(7, Product: 1, IsReservation: true, Quantity: 3);

        stock.Backend.Call(request);
        await stock.Backend.CallAsync(request);

        Assert.Equal(InventoryReply.Granted, stock.Database.Decision(7));
        Assert.Equal(2, stock.Database.Left()[1]);
        Assert.Equal(request, Assert.Single(stock.Database.Reservations()));
    }

    [Fact]
    public async Task What_is_not_there_is_sold_out_and_a_lookup_takes_nothing()
    {
        await using var stock = await NewAsync(stockPerProduct: 2);

        stock.Backend.Call(new(1, Product: 0, IsReservation: true, Quantity: 3));
        await stock.Backend.CallAsync(new(2, Product: 0, IsReservation: false, Quantity: 1));

        Assert.Equal(InventoryReply.SoldOut, stock.Database.Decision(1));
        Assert.Equal(InventoryReply.Found, stock.Database.Decision(2));
        Assert.Equal(2, stock.Database.Left()[0]);
        Assert.Empty(stock.Database.Reservations());
    }

    [Fact]
    public async Task Nothing_is_oversold_by_many_at_once()
    {
        const int Stock = 20;
        await using var stock = await NewAsync(Stock);

        var blocking = Enumerable
            .Range(0, Threads)
            .Select(caller => new Thread(() =>
            {
                for (var number = 0; number < 5; number++)
                {
                    stock.Backend.Call(new((caller * 5) + number, 0, IsReservation: true, Quantity: 1));
                }
            }))
            .ToList();
        blocking.ForEach(thread => thread.Start());
        blocking.ForEach(thread => thread.Join());
        await Task.WhenAll(
            Enumerable
                .Range(100, Threads)
                .Select(number =>
                    stock.Backend.CallAsync(new(number, 1, IsReservation: true, Quantity: 3)).AsTask()
                )
        );

        Assert.Equal([0, Stock % 3], stock.Database.Left().Take(2));
        Assert.Equal(Stock + (Stock / 3), stock.Database.Reservations().Count);
        Assert.InRange(stock.Backend.MostAtOnce, 1, Threads);
        stock.Backend.EndLoad();
    }

    /// <summary>A new database of 10 products.</summary>
    protected abstract Task<ServiceBackend<InventoryRequest>> OpenAsync(BackendSetup<InventoryRequest> setup);

    private async Task<Opened> NewAsync(int stockPerProduct) =>
        new(
            await OpenAsync(
                new(
                    Threads,
                    new InventoryParameters { Products = 10, StockPerProduct = stockPerProduct },
                    _ => TimeSpan.Zero
                )
            )
        );

    private sealed record Opened(ServiceBackend<InventoryRequest> Backend) : IAsyncDisposable
    {
        public IStockDatabase Database => (IStockDatabase)Backend;

        public ValueTask DisposeAsync()
        {
            Backend.Close();
            return ValueTask.CompletedTask;
        }
    }
}
