namespace Bench.Workloads;

/// <summary>A book of objects: each order is one, found by a dictionary of references and linked to its neighbours by references.</summary>
public sealed class ClassBook : IOrderBook
{
    private readonly Dictionary<long, OrderNode> _orders;
    private readonly PriceLevel[] _levels =
    [
        .. Enumerable.Range(0, PriceLadder.Ticks).Select(_ => new PriceLevel()),
    ];

    // The book is never crossed: below or at the best bid all buy, at or above the best ask all sell.
    private int _bestBid = -1;
    private int _bestAsk = PriceLadder.Ticks;

    /// <param name="room">Orders that the index has room for from the start; 0 to let it grow.</param>
    public ClassBook(int room) => _orders = new(room);

    public void Add(in Order order, TradeLog trades)
    {
        ArgumentNullException.ThrowIfNull(trades);
        var left = Match(order, trades);
        if (left > 0)
        {
            Rest(new(order.Id, order.IsBuy, order.Price, left));
        }
    }

    public int Cancel(long id)
    {
        if (!_orders.TryGetValue(id, out var order))
        {
            return 0;
        }

        Remove(order);
        return order.Quantity;
    }

    public IEnumerable<RestingOrder> Resting()
    {
        foreach (var level in _levels)
        {
            for (var order = level.First; order is not null; order = order.Next)
            {
                yield return new(order.Id, order.IsBuy, order.Price, order.Quantity);
            }
        }
    }

    private int Match(in Order taker, TradeLog trades)
    {
        var left = taker.Quantity;
        while (left > 0 && BestFor(taker) is { } maker)
        {
            var quantity = Math.Min(left, maker.Quantity);
            trades.Trade(maker.Id, taker.Id, maker.Price, quantity);
            left -= quantity;
            maker.Quantity -= quantity;
            if (maker.Quantity == 0)
            {
                Remove(maker);
            }
        }

        return left;
    }

    private OrderNode? BestFor(in Order taker)
    {
        var price = taker.IsBuy ? _bestAsk : _bestBid;
        var isWithinLimit = taker.IsBuy ? price <= taker.Price : price >= taker.Price;
        return isWithinLimit && price is >= 0 and < PriceLadder.Ticks ? _levels[price].First : null;
    }

    private void Rest(OrderNode order)
    {
        _levels[order.Price].Append(order);
        _orders.Add(order.Id, order);
        if (order.IsBuy)
        {
            _bestBid = Math.Max(_bestBid, order.Price);
        }
        else
        {
            _bestAsk = Math.Min(_bestAsk, order.Price);
        }
    }

    private void Remove(OrderNode order)
    {
        _levels[order.Price].Remove(order);
        _orders.Remove(order.Id);
        while (_bestBid >= 0 && _levels[_bestBid].First is null)
        {
            _bestBid--;
        }

        while (_bestAsk < PriceLadder.Ticks && _levels[_bestAsk].First is null)
        {
            _bestAsk++;
        }
    }
}
