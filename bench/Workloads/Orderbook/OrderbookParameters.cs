namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Orderbook"/>.</summary>
public sealed record OrderbookParameters
{
    /// <summary>How the books keep their orders.</summary>
    public BookLayout Layout { get; init; } = BookLayout.Classes;

    /// <summary>
    /// Whether the index of the orders, and with structs the array of the orders themselves, have room from the start. Objects of
    /// single orders are made as orders come, either way.
    /// </summary>
    public BookCapacity Capacity { get; init; } = BookCapacity.Growing;

    /// <summary>Books, one an instrument.</summary>
    public int Books { get; init; } = 4;

    /// <summary>Orders that rest in all books together once they are full.</summary>
    public int LiveOrders { get; init; } = 200_000;

    /// <summary>Orders and cancellations of one session, those that fill the empty books included.</summary>
    public int Orders { get; init; } = 500_000;

    /// <summary>Orders that may wait for the owner of a book.</summary>
    public int QueueCapacity { get; init; } = 1_024;

    /// <summary>Size of the report that answers each order, bytes: garbage at once, the same for every layout.</summary>
    public int ReportBytes { get; init; } = 256;
}
