namespace Bench.Workloads;

/// <summary>
/// The oracle's book, as plain as the rules: sorted sets of what rests, by price and number. Slow, and alike to neither of the
/// books that are measured.
/// </summary>
public sealed class ReferenceBook : IOrderBook
{
    private readonly Dictionary<long, (RestingOrder Order, int Number)> _orders = [];
    private readonly SortedSet<(int Rank, int Number, long Id)> _bids = [];
    private readonly SortedSet<(int Rank, int Number, long Id)> _asks = [];

    /// <summary>Orders that rest.</summary>
    public int Count => _orders.Count;

    /// <summary>True when the order rests here.</summary>
    public bool Has(long id) => _orders.ContainsKey(id);

    public void Add(in Order order, TradeLog trades)
    {
        ArgumentNullException.ThrowIfNull(trades);
        var left = order.Quantity;
        var others = order.IsBuy ? _asks : _bids;
        while (left > 0 && others.Count > 0)
        {
            var (maker, number) = _orders[others.Min.Id];
            if (order.IsBuy ? maker.Price > order.Price : maker.Price < order.Price)
            {
                break;
            }

            var quantity = Math.Min(left, maker.Quantity);
            trades.Trade(maker.Id, order.Id, maker.Price, quantity);
            left -= quantity;
            Cancel(maker.Id);
            Rest(maker with { Quantity = maker.Quantity - quantity }, number);
        }

        Rest(new(order.Id, order.IsBuy, order.Price, left), order.Number);
    }

    public int Cancel(long id)
    {
        if (!_orders.Remove(id, out var found))
        {
            return 0;
        }

        Side(found.Order).Remove(Place(found.Order, found.Number));
        return found.Order.Quantity;
    }

    public IEnumerable<RestingOrder> Resting() =>
        _orders
            .Values.OrderBy(found => found.Order.Price)
            .ThenBy(found => found.Number)
            .Select(found => found.Order);

    private void Rest(RestingOrder order, int number)
    {
        if (order.Quantity > 0)
        {
            _orders.Add(order.Id, (order, number));
            Side(order).Add(Place(order, number));
        }
    }

    private SortedSet<(int Rank, int Number, long Id)> Side(RestingOrder order) =>
        order.IsBuy ? _bids : _asks;

    // The best has the lowest rank on either side.
    private static (int Rank, int Number, long Id) Place(RestingOrder order, int number) =>
        (order.IsBuy ? -order.Price : order.Price, number, order.Id);
}
