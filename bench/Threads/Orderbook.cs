using System.Collections.Concurrent;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread for the gateway and one for each book, which takes its orders from a blocking collection.</summary>
public class Orderbook : Workloads.Orderbook
{
    private List<BlockingCollection<Order>> _orders = [];
    private List<Thread> _owners = [];

    protected override void Open()
    {
        _orders = [.. Desks.Select(_ => new BlockingCollection<Order>(Parameters.QueueCapacity))];
        _owners = [.. Desks.Zip(_orders).Select(pair => new Thread(() => Own(pair.First, pair.Second)))];
        _owners.ForEach(owner => owner.Start());
    }

    protected override void Trade()
    {
        var gateway = new Thread(BringAll);
        gateway.Start();
        gateway.Join();
        AwaitApplied();
    }

    protected override void Close()
    {
        _orders.ForEach(orders => orders.CompleteAdding());
        _owners.ForEach(owner => owner.Join());
    }

    private void BringAll()
    {
        using var unit = Units.Enter();
        while (Gateway.TryNext(out var order))
        {
            _orders[order.Book].Add(order);
        }
    }

    private void Own(BookDesk desk, BlockingCollection<Order> orders)
    {
        using var unit = Units.Enter();
        foreach (var order in orders.GetConsumingEnumerable())
        {
            desk.Take(order);
        }
    }
}
