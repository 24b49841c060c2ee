namespace Bench.Workloads;

/// <summary>A book of values: orders lie in one array, found by a dictionary of indices and linked to their neighbours by indices.</summary>
public sealed class StructBook : IOrderBook
{
    private const int None = -1;
    private const int FirstRoom = 16;
    private readonly Dictionary<long, int> _indices;
    private readonly LevelSlot[] _levels = new LevelSlot[PriceLadder.Ticks];
    private OrderSlot[] _orders;
    private int _used;
    private int _free = None;

    // The book is never crossed: below or at the best bid all buy, at or above the best ask all sell.
    private int _bestBid = -1;
    private int _bestAsk = PriceLadder.Ticks;

    /// <param name="room">Orders that array and index have room for from the start; 0 to let them grow.</param>
    public StructBook(int room)
    {
        _indices = new(room);
        _orders = new OrderSlot[Math.Max(room, FirstRoom)];
        Array.Fill(_levels, new() { First = None, Last = None });
    }

    public void Add(in Order order, TradeLog trades)
    {
        ArgumentNullException.ThrowIfNull(trades);
        var left = Match(order, trades);
        if (left > 0)
        {
            Rest(order, left);
        }
    }

    public int Cancel(long id)
    {
        if (!_indices.TryGetValue(id, out var index))
        {
            return 0;
        }

        var quantity = _orders[index].Quantity;
        Remove(index);
        return quantity;
    }

    public IEnumerable<RestingOrder> Resting()
    {
        foreach (var level in _levels)
        {
            for (var index = level.First; index != None; index = _orders[index].Next)
            {
                var order = _orders[index];
                yield return new(order.Id, order.IsBuy, order.Price, order.Quantity);
            }
        }
    }

    private int Match(in Order taker, TradeLog trades)
    {
        var left = taker.Quantity;
        while (left > 0 && BestFor(taker) is var index and not None)
        {
            ref var maker = ref _orders[index];
            var quantity = Math.Min(left, maker.Quantity);
            trades.Trade(maker.Id, taker.Id, maker.Price, quantity);
            left -= quantity;
            maker.Quantity -= quantity;
            if (maker.Quantity == 0)
            {
                Remove(index);
            }
        }

        return left;
    }

    private int BestFor(in Order taker)
    {
        var price = taker.IsBuy ? _bestAsk : _bestBid;
        var isWithinLimit = taker.IsBuy ? price <= taker.Price : price >= taker.Price;
        return isWithinLimit && price is >= 0 and < PriceLadder.Ticks ? _levels[price].First : None;
    }

    private void Rest(in Order order, int quantity)
    {
        var index = TakeSlot();
        ref var level = ref _levels[order.Price];
        _orders[index] = new()
        {
            Id = order.Id,
            Price = order.Price,
            Quantity = quantity,
            Previous = level.Last,
            Next = None,
            IsBuy = order.IsBuy,
        };
        if (level.Last == None)
        {
            level.First = index;
        }
        else
        {
            _orders[level.Last].Next = index;
        }

        level.Last = index;
        _indices.Add(order.Id, index);
        if (order.IsBuy)
        {
            _bestBid = Math.Max(_bestBid, order.Price);
        }
        else
        {
            _bestAsk = Math.Min(_bestAsk, order.Price);
        }
    }

    private void Remove(int index)
    {
        ref var order = ref _orders[index];
        ref var level = ref _levels[order.Price];
        if (order.Previous == None)
        {
            level.First = order.Next;
        }
        else
        {
            _orders[order.Previous].Next = order.Next;
        }

        if (order.Next == None)
        {
            level.Last = order.Previous;
        }
        else
        {
            _orders[order.Next].Previous = order.Previous;
        }

        _indices.Remove(order.Id);
        order.Next = _free;
        _free = index;
        while (_bestBid >= 0 && _levels[_bestBid].First == None)
        {
            _bestBid--;
        }

        while (_bestAsk < PriceLadder.Ticks && _levels[_bestAsk].First == None)
        {
            _bestAsk++;
        }
    }

    private int TakeSlot()
    {
        if (_free != None)
        {
            var index = _free;
            _free = _orders[index].Next;
            return index;
        }

        if (_used == _orders.Length)
        {
            Array.Resize(ref _orders, 2 * _used);
        }

        return _used++;
    }
}
