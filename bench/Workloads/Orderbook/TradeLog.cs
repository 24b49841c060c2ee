using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What was traded in one book, as a fingerprint: it depends on every trade and on their order.</summary>
public sealed class TradeLog
{
    /// <summary>Number of trades.</summary>
    public long Count { get; private set; }

    /// <summary>Quantity over all trades.</summary>
    public long Quantity { get; private set; }

    /// <summary>Fingerprint of the sequence of trades.</summary>
    public ulong Fingerprint { get; private set; }

    /// <summary>One more trade.</summary>
    /// <param name="maker">The order that rested.</param>
    /// <param name="taker">The order that came.</param>
    /// <param name="price">The maker's price.</param>
    /// <param name="quantity">What changed hands.</param>
    public void Trade(long maker, long taker, int price, int quantity)
    {
        Count++;
        Quantity += quantity;
        var trade = SplitMix64.Mix((ulong)maker) ^ SplitMix64.Mix(~(ulong)taker);
        Fingerprint = SplitMix64.Mix(Fingerprint ^ trade ^ ((ulong)price << 32) ^ (ulong)quantity);
    }
}
