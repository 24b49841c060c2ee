namespace Bench.Workloads;

/// <summary>
/// A limit order book of one instrument: best price first, then who came first. Pure, and not safe for several units at
/// once: whoever owns it sees to that.
/// </summary>
public interface IOrderBook
{
    /// <summary>Trades an order with those that rest, as far as its limit goes; what is left rests.</summary>
    void Add(in Order order, TradeLog trades);

    /// <summary>Takes an order out.</summary>
    /// <returns>What was left of it; 0 when it does not rest here.</returns>
    int Cancel(long id);

    /// <summary>All that rests, by price and then in order of arrival.</summary>
    IEnumerable<RestingOrder> Resting();
}
