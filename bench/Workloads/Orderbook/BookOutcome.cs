using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What became of all orders to one book.</summary>
/// <param name="Messages">Messages that the book got.</param>
/// <param name="Trades">Number of trades.</param>
/// <param name="Quantity">Quantity traded.</param>
/// <param name="TradesFingerprint">Fingerprint of the trades in their order.</param>
/// <param name="Resting">Orders left resting.</param>
/// <param name="RestingFingerprint">Fingerprint of these by price and arrival.</param>
public sealed record BookOutcome(
    int Messages,
    long Trades,
    long Quantity,
    ulong TradesFingerprint,
    int Resting,
    ulong RestingFingerprint
)
{
    /// <summary>The outcome as a book and its log have it.</summary>
    public static BookOutcome Of(int messages, IOrderBook book, TradeLog trades)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(trades);
        var (resting, fingerprint) = (0, 0UL);
        foreach (var order in book.Resting())
        {
            resting++;
            var content =
                SplitMix64.Mix((ulong)order.Id) ^ ((ulong)order.Price << 32) ^ (ulong)order.Quantity;
            fingerprint = SplitMix64.Mix(fingerprint ^ content ^ (order.IsBuy ? 1UL << 63 : 0));
        }

        return new(messages, trades.Count, trades.Quantity, trades.Fingerprint, resting, fingerprint);
    }
}
