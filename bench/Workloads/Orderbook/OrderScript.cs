using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>
/// The session's orders, drawn before anything is measured, and what must become of them. Empty books fill with orders that rest;
/// then one more comes whenever one has gone, and of the other messages four in five cancel an order and one crosses the spread.
/// </summary>
/// <param name="Orders">All messages in the order in which the gateway gets them.</param>
/// <param name="Expected">By book: the sequential oracle's outcome.</param>
public sealed record OrderScript(IReadOnlyList<Order> Orders, IReadOnlyList<BookOutcome> Expected)
{
    private const int CancelsInTen = 8;
    private const int MostToRest = 100;
    private const int MostToTake = 200;
    private const int TicksAcross = 20;

    /// <summary>Draws a session.</summary>
    public static OrderScript Draw(ulong seed, OrderbookParameters parameters)
    {
        var random = new SplitMix64(seed);
        var sides = Enumerable.Range(0, parameters.Books).Select(_ => new Draft()).ToList();
        var orders = new Order[parameters.Orders];
        for (var index = 0; index < orders.Length; index++)
        {
            var book = random.Next(parameters.Books);
            var draft = sides[book];
            var order = draft.Next(ref random, parameters.LiveOrders / parameters.Books) with { Book = book };
            draft.Apply(order);
            orders[index] = order;
        }

        return new(orders, [.. sides.Select(draft => draft.Outcome)]);
    }

    /// <summary>One book while its messages are drawn.</summary>
    private sealed class Draft
    {
        private readonly ReferenceBook _book = new();
        private readonly TradeLog _trades = new();
        private readonly List<(long Id, bool IsBuy)> _ids = [];
        private int _messages;

        public BookOutcome Outcome => BookOutcome.Of(_messages, _book, _trades);

        public Order Next(ref SplitMix64 random, int live)
        {
            if (_book.Count < live)
            {
                return Resting(ref random);
            }

            return random.Next(10) < CancelsInTen ? Cancellation(ref random) : Crossing(ref random);
        }

        public void Apply(Order order)
        {
            _messages++;
            if (order.Kind == OrderKind.Cancel)
            {
                _book.Cancel(order.Id);
                return;
            }

            _book.Add(order, _trades);
            _ids.Add((order.Id, order.IsBuy));
        }

        // The lesser of two distances: most orders come close to the middle, as they do.
        private Order Resting(ref SplitMix64 random)
        {
            var isBuy = random.Next(2) == 0;
            var away = Math.Min(random.Next(PriceLadder.Middle), random.Next(PriceLadder.Middle));
            var price = isBuy ? PriceLadder.Middle - 1 - away : PriceLadder.Middle + away;
            return Add(isBuy, price, 1 + random.Next(MostToRest));
        }

        private Order Crossing(ref SplitMix64 random)
        {
            var isBuy = random.Next(2) == 0;
            var price = PriceLadder.Middle + (isBuy ? TicksAcross : -TicksAcross);
            return Add(isBuy, price, 1 + random.Next(MostToTake));
        }

        // Those that are gone since they were noted are dropped as they are drawn.
        private Order Cancellation(ref SplitMix64 random)
        {
            while (true)
            {
                var drawn = random.Next(_ids.Count);
                var (id, isBuy) = _ids[drawn];
                _ids[drawn] = _ids[^1];
                _ids.RemoveAt(_ids.Count - 1);
                if (_book.Has(id))
                {
                    return new()
                    {
                        Number = _messages,
                        Kind = OrderKind.Cancel,
                        Id = id,
                        IsBuy = isBuy,
                    };
                }
            }
        }

        private Order Add(bool isBuy, int price, int quantity) =>
            new()
            {
                Number = _messages,
                Kind = OrderKind.Add,
                Id = _messages,
                IsBuy = isBuy,
                Price = price,
                Quantity = quantity,
            };
    }
}
