namespace Bench.Workloads;

/// <summary>An order that rests, as an object.</summary>
internal sealed class OrderNode(long id, bool isBuy, int price, int quantity)
{
    public long Id { get; } = id;
    public bool IsBuy { get; } = isBuy;
    public int Price { get; } = price;
    public int Quantity { get; set; } = quantity;
    public OrderNode? Previous { get; set; }
    public OrderNode? Next { get; set; }
}
