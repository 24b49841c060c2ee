namespace Bench.Workloads;

/// <summary>An order that rests in a book.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsBuy">True when it buys.</param>
/// <param name="Price">Its limit, ticks.</param>
/// <param name="Quantity">What is left of it.</param>
public readonly record struct RestingOrder(long Id, bool IsBuy, int Price, int Quantity);
