using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

/// <summary>The rules of a book, held by each of the three.</summary>
public sealed class BookRulesTests
{
    private readonly TradeLog _trades = new();
    private int _number;

    public static TheoryData<string> Books => ["classes", "structs", "reference"];

    [Theory]
    [MemberData(nameof(Books))]
    public void An_order_that_meets_nobody_rests(string kind)
    {
        var book = New(kind);
        Add(book, id: 1, isBuy: true, price: 10, quantity: 5);
        Add(book, id: 2, isBuy: false, price: 11, quantity: 6);

        Assert.Equal([new(1, true, 10, 5), new RestingOrder(2, false, 11, 6)], book.Resting());
        Assert.Equal(0, _trades.Count);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void The_best_price_trades_first_then_who_came_first_and_at_the_price_of_who_rested(string kind)
    {
        var book = New(kind);
        Add(book, id: 1, isBuy: false, price: 12, quantity: 5);
        Add(book, id: 2, isBuy: false, price: 11, quantity: 5);
        Add(book, id: 3, isBuy: false, price: 11, quantity: 5);
        Add(book, id: 4, isBuy: true, price: 12, quantity: 12);

        Assert.Equal(Fingerprint((2, 4, 11, 5), (3, 4, 11, 5), (1, 4, 12, 2)), _trades.Fingerprint);
        Assert.Equal([new RestingOrder(1, false, 12, 3)], book.Resting());
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void What_its_limit_does_not_let_trade_rests(string kind)
    {
        var book = New(kind);
        Add(book, id: 1, isBuy: true, price: 10, quantity: 5);
        Add(book, id: 2, isBuy: true, price: 8, quantity: 5);
        Add(book, id: 3, isBuy: false, price: 9, quantity: 7);

        Assert.Equal(Fingerprint((1, 3, 10, 5)), _trades.Fingerprint);
        Assert.Equal([new(2, true, 8, 5), new RestingOrder(3, false, 9, 2)], book.Resting());
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void A_part_that_is_left_keeps_its_place(string kind)
    {
        var book = New(kind);
        Add(book, id: 1, isBuy: true, price: 10, quantity: 5);
        Add(book, id: 2, isBuy: true, price: 10, quantity: 5);
        Add(book, id: 3, isBuy: false, price: 10, quantity: 2);
        Add(book, id: 4, isBuy: false, price: 10, quantity: 4);

        Assert.Equal(Fingerprint((1, 3, 10, 2), (1, 4, 10, 3), (2, 4, 10, 1)), _trades.Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void A_cancelled_order_is_gone_and_says_what_was_left_of_it(string kind)
    {
        var book = New(kind);
        Add(book, id: 1, isBuy: true, price: 10, quantity: 5);
        Add(book, id: 2, isBuy: true, price: 10, quantity: 6);
        Add(book, id: 3, isBuy: true, price: 10, quantity: 7);

        Assert.Equal(6, book.Cancel(2));
        Assert.Equal(0, book.Cancel(2));
        Assert.Equal([1, 3], book.Resting().Select(order => order.Id));
        Assert.Equal(5, book.Cancel(1));
        Assert.Equal(7, book.Cancel(3));
        Assert.Empty(book.Resting());
    }

    [Theory]
    [InlineData(BookLayout.Classes, BookCapacity.Growing)]
    [InlineData(BookLayout.Classes, BookCapacity.Preallocated)]
    [InlineData(BookLayout.Structs, BookCapacity.Growing)]
    [InlineData(BookLayout.Structs, BookCapacity.Preallocated)]
    public void Every_layout_trades_a_session_as_the_oracle_does(BookLayout layout, BookCapacity capacity)
    {
        var parameters = new OrderbookParameters
        {
            Books = 1,
            LiveOrders = 500,
            Orders = 20_000,
        };
        var script = OrderScript.Draw(seed: 7, parameters);
        var room = capacity == BookCapacity.Preallocated ? parameters.LiveOrders : 0;
        IOrderBook book = layout == BookLayout.Classes ? new ClassBook(room) : new StructBook(room);
        foreach (var order in script.Orders)
        {
            if (order.Kind == OrderKind.Cancel)
            {
                Assert.InRange(book.Cancel(order.Id), 1, int.MaxValue);
            }
            else
            {
                book.Add(order, _trades);
            }
        }

        Assert.Equal(script.Expected[0], BookOutcome.Of(script.Orders.Count, book, _trades));
        Assert.InRange(_trades.Count, 1_000, 20_000);
    }

    [Fact]
    public void A_session_is_mostly_orders_that_rest_and_cancellations_and_keeps_its_size()
    {
        var script = OrderScript.Draw(seed: 1, new() { LiveOrders = 2_000, Orders = 50_000 });
        var after = script.Orders.Skip(2_000).ToList();

        Assert.InRange(after.Count(order => order.Kind == OrderKind.Cancel) / 48_000.0, 0.40, 0.47);
        Assert.InRange(script.Expected.Sum(book => book.Resting), 1_990, 2_010);
        Assert.All(script.Expected, book => Assert.InRange(book.Trades, 1_000, 5_000));
    }

    [Fact]
    public void Sessions_are_the_same_for_the_same_seed_only()
    {
        var parameters = new OrderbookParameters { LiveOrders = 100, Orders = 1_000 };

        Assert.Equal(OrderScript.Draw(1, parameters).Expected, OrderScript.Draw(1, parameters).Expected);
        Assert.NotEqual(OrderScript.Draw(1, parameters).Expected, OrderScript.Draw(2, parameters).Expected);
    }

    private static IOrderBook New(string kind) =>
        kind switch
        {
            "classes" => new ClassBook(room: 0),
            "structs" => new StructBook(room: 0),
            _ => new ReferenceBook(),
        };

    private static ulong Fingerprint(params (long Maker, long Taker, int Price, int Quantity)[] trades)
    {
        var log = new TradeLog();
        foreach (var (maker, taker, price, quantity) in trades)
        {
            log.Trade(maker, taker, price, quantity);
        }

        return log.Fingerprint;
    }

    private void Add(IOrderBook book, long id, bool isBuy, int price, int quantity) =>
        book.Add(
            new()
            {
                Number = _number++,
                Id = id,
                IsBuy = isBuy,
                Price = price,
                Quantity = quantity,
            },
            _trades
        );
}
