namespace Bench.Workloads;

/// <summary>The orders of one price, as a list of objects.</summary>
internal sealed class PriceLevel
{
    public OrderNode? First { get; private set; }
    private OrderNode? Last { get; set; }

    public void Append(OrderNode order)
    {
        order.Previous = Last;
        if (Last is null)
        {
            First = order;
        }
        else
        {
            Last.Next = order;
        }

        Last = order;
    }

    public void Remove(OrderNode order)
    {
        if (order.Previous is null)
        {
            First = order.Next;
        }
        else
        {
            order.Previous.Next = order.Next;
        }

        if (order.Next is null)
        {
            Last = order.Previous;
        }
        else
        {
            order.Next.Previous = order.Previous;
        }
    }
}
