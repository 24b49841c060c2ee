namespace Bench.Sequential;

/// <summary>Order by order: whoever takes it from the gateway applies it to its book.</summary>
public class Orderbook : Workloads.Orderbook
{
    protected override void Open() { }

    protected override void Trade()
    {
        using var unit = Units.Enter();
        while (Gateway.TryNext(out var order))
        {
            Desks[order.Book].Take(order);
        }
    }

    protected override void Close() { }
}
