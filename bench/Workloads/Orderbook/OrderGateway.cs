using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>Where all orders come in, one after the other. One unit at a time uses it.</summary>
public sealed class OrderGateway
{
    // Looking at another unit's counter for each order would slow both.
    private const int OrdersBetweenLooks = 32;
    private readonly IReadOnlyList<Order> _orders;
    private readonly IReadOnlyList<BookDesk> _desks;
    private int _next;

    internal OrderGateway(IReadOnlyList<Order> orders, IReadOnlyList<BookDesk> desks) =>
        (_orders, _desks) = (orders, desks);

    /// <summary>Most orders seen on their way to one book, those in hand included.</summary>
    internal int MostUnderWay { get; private set; }

    /// <summary>The next order, for the owner of its book; false when the session is over.</summary>
    public bool TryNext(out Order order)
    {
        if (_next == _orders.Count)
        {
            order = default;
            return false;
        }

        order = _orders[_next] with { OfferedAt = SystemClock.Timestamp };
        if (_next++ % OrdersBetweenLooks == 0)
        {
            MostUnderWay = Math.Max(MostUnderWay, order.Number + 1 - _desks[order.Book].Applied);
        }

        return true;
    }
}
