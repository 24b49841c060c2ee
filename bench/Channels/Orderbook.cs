using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>A worker for the gateway and one for each book, which reads its orders from a bounded channel of its own.</summary>
public class Orderbook : Workloads.Orderbook
{
    private List<Channel<Order>> _orders = [];
    private Task[] _owners = [];

    protected override void Open()
    {
        var options = new BoundedChannelOptions(Parameters.QueueCapacity)
        {
            SingleReader = true,
            SingleWriter = true,
        };
        _orders = [.. Desks.Select(_ => Channel.CreateBounded<Order>(options))];
        _owners =
        [
            .. Desks.Zip(_orders).Select(pair => Task.Run(() => OwnAsync(pair.First, pair.Second.Reader))),
        ];
    }

    protected override void Trade()
    {
        Task.Run(BringAllAsync).Wait();
        AwaitApplied();
    }

    protected override void Close()
    {
        _orders.ForEach(orders => orders.Writer.Complete());
        Task.WaitAll(_owners);
    }

    private async Task BringAllAsync()
    {
        using var unit = Units.Enter();
        while (Gateway.TryNext(out var order))
        {
            await _orders[order.Book].Writer.WriteAsync(order);
        }
    }

    private async Task OwnAsync(BookDesk desk, ChannelReader<Order> orders)
    {
        using var unit = Units.Enter();
        await foreach (var order in orders.ReadAllAsync())
        {
            desk.Take(order);
        }
    }
}
