namespace Bench.Workloads;

/// <summary>A message to a book.</summary>
/// <param name="Book">Its instrument, from 0.</param>
/// <param name="Number">Its place among the messages to that book, from 0.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Id">The order that is added or cancelled.</param>
/// <param name="IsBuy">True when that order buys, false when it sells.</param>
/// <param name="Price">Limit of an order that is added, in ticks.</param>
/// <param name="Quantity">Quantity of an order that is added.</param>
/// <param name="OfferedAt">When the gateway turned to it, nanoseconds: a wait for room comes after.</param>
public readonly record struct Order(
    int Book,
    int Number,
    OrderKind Kind,
    long Id,
    bool IsBuy,
    int Price,
    int Quantity,
    long OfferedAt
);
