using Bench.Workloads;

namespace Bench.DataParallel;

/// <summary>
/// The gateway sorts a batch of orders by book, and a parallel loop over the books applies it. While it does, another iteration of the
/// same loop sorts the next batch; two batches together are what may wait for a book.
/// </summary>
public class Orderbook : Workloads.Orderbook
{
    private Batch _present = null!;
    private Batch _next = null!;

    protected override void Open() =>
        (_present, _next) = (new(Desks.Count, BatchSize), new(Desks.Count, BatchSize));

    protected override void Trade()
    {
        Fill();
        while (_next.Count > 0)
        {
            (_present, _next) = (_next, _present);
            Parallel.For(0, Desks.Count + 1, Work);
        }
    }

    protected override void Close() { }

    private int BatchSize => Math.Max(1, Parameters.QueueCapacity / 2);

    private void Work(int iteration)
    {
        // First, as it is the longest and whoever is free takes the lowest number.
        if (iteration == 0)
        {
            Fill();
        }
        else
        {
            Apply(iteration - 1);
        }
    }

    private void Fill()
    {
        using var unit = Units.Enter();
        _next.Clear();
        while (_next.Count < BatchSize && Gateway.TryNext(out var order))
        {
            _next.Add(order);
        }
    }

    private void Apply(int book)
    {
        using var unit = Units.Enter();
        foreach (var order in _present.Of(book))
        {
            Desks[book].Take(order);
        }
    }

    private sealed class Batch(int books, int size)
    {
        private readonly List<Order>[] _orders =
        [
            .. Enumerable.Range(0, books).Select(_ => new List<Order>(size)),
        ];

        public int Count { get; private set; }

        public List<Order> Of(int book) => _orders[book];

        public void Add(Order order)
        {
            _orders[order.Book].Add(order);
            Count++;
        }

        public void Clear()
        {
            Array.ForEach(_orders, orders => orders.Clear());
            Count = 0;
        }
    }
}
