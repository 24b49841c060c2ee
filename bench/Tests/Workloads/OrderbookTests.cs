using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class OrderbookTests
{
    private static readonly OrderbookParameters s_small = new()
    {
        LiveOrders = 400,
        Orders = 4_000,
        QueueCapacity = 16,
    };

    [Theory]
    [InlineData(BookLayout.Classes)]
    [InlineData(BookLayout.Structs)]
    public void A_correct_lane_has_nothing_to_report(BookLayout layout)
    {
        var lane = Run((lane, order) => lane.Take(order), s_small with { Layout = layout });

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.Equal((12_000, 12_000), (operations.Intended, operations.Completed));
        Assert.Equal(1, lane.Metrics["mostOrdersUnderWay"]);
        Assert.InRange(lane.Metrics["restingOrders"], 390, 410);
        Assert.True(lane.Metrics["sessionMilliseconds"] > 0);
    }

    [Fact]
    public void A_lost_order_is_reported_and_the_operations_do_not_add_up()
    {
        var lane = Run(
            (lane, order) =>
            {
                if (order.Number != 500)
                {
                    lane.Take(order);
                }
            }
        );

        Reports(lane, "orders applied to a book");
        Reports(lane, "orders that were not their book's next");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void The_last_order_lost_is_reported()
    {
        var last = OrderScript.Draw(seed: 1, s_small).Expected[2].Messages - 1;
        var lane = Run(
            (lane, order) =>
            {
                if ((order.Book, order.Number) != (2, last))
                {
                    lane.Take(order);
                }
            }
        );

        Reports(lane, "orders applied to a book");
    }

    [Fact]
    public void An_order_applied_twice_is_reported() =>
        Reports(
            Run(
                (lane, order) =>
                {
                    lane.Take(order);
                    if (order.Number == 500)
                    {
                        lane.Take(order);
                    }
                }
            ),
            "orders that were not their book's next"
        );

    [Fact]
    public void Orders_of_a_book_that_overtake_each_other_are_reported()
    {
        Order? held = null;
        Reports(
            Run(
                (lane, order) =>
                {
                    if (order is { Book: 1, Number: 500 })
                    {
                        held = order;
                        return;
                    }

                    lane.Take(order);
                    if (held is { } late && order.Book == 1)
                    {
                        lane.Take(late);
                        held = null;
                    }
                }
            ),
            "orders that were not their book's next"
        );
    }

    [Fact]
    public void An_order_brought_to_another_book_is_reported() =>
        Reports(
            Run((lane, order) => lane.Take(order, desk: order.Number == 500 ? 3 - order.Book : order.Book)),
            "orders that were not their book's next"
        );

    [Fact]
    public void A_changed_order_is_reported_by_its_trades_or_by_what_rests()
    {
        var lane = Run((lane, order) => lane.Take(order with { Price = order.Price / 2 }));

        Assert.Contains(lane.Violations, found => found.Contains("the oracle", StringComparison.Ordinal));
    }

    [Fact]
    public void Quantity_that_comes_from_nowhere_is_reported()
    {
        var lane = Run(
            (lane, order) => lane.Take(order with { Quantity = order.Quantity + order.Number % 2 })
        );

        Assert.NotEmpty(lane.Violations);
    }

    [Fact]
    public void More_orders_waiting_than_may_are_reported()
    {
        var held = new List<Order>();
        Reports(
            Run(
                (lane, order) =>
                {
                    held.Add(order);
                    if (held.Count == 1_000 || lane.IsLast)
                    {
                        held.ForEach(late => lane.Take(late));
                        held.Clear();
                    }
                }
            ),
            "more orders under way to one book"
        );
    }

    private static Scripted Run(Action<Scripted, Order> bring, OrderbookParameters? parameters = null) =>
        Trial.Run(new Scripted(bring) { Parameters = parameters ?? s_small });

    private static void Reports(Scripted lane, string violation) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    /// <summary>A lane without concurrency: what it does with each order is told to it.</summary>
    private sealed class Scripted(Action<Scripted, Order> bring) : Orderbook
    {
        private int _brought;

        public bool IsLast => _brought == Parameters.Orders;

        public void Take(Order order) => Take(order, order.Book);

        public void Take(Order order, int desk) => Desks[desk].Take(order);

        protected override void Open() => _brought = 0;

        protected override void Trade()
        {
            while (Gateway.TryNext(out var order))
            {
                _brought++;
                bring(this, order);
            }
        }

        protected override void Close() { }
    }
}
