using System.Buffers.Binary;
using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>A book with what comes to it. One unit at a time uses it.</summary>
public sealed class BookDesk
{
    private readonly int _number;
    private readonly IOrderBook _book;
    private readonly OrderbookParameters _parameters;
    private readonly int _expected;
    private readonly LatencyRecorder _recorder;
    private readonly Arrival _applied;
    private readonly TradeLog _trades = new();
    private int _done;
    private long _bought;
    private long _sold;

    internal BookDesk(
        int number,
        OrderbookParameters parameters,
        int expected,
        LatencyRecorder recorder,
        Arrival applied
    )
    {
        (_number, _parameters, _expected) = (number, parameters, expected);
        (_recorder, _applied) = (recorder, applied);
        var live = parameters.LiveOrders / parameters.Books;

        // A crossing order may leave a rest behind, so a few more than are meant to may rest at once.
        var room = parameters.Capacity == BookCapacity.Preallocated ? live + (live / 100) + 1 : 0;
        _book = parameters.Layout == BookLayout.Classes ? new ClassBook(room) : new StructBook(room);
    }

    /// <summary>Orders applied so far; any unit may look.</summary>
    internal int Applied => Volatile.Read(ref _done);

    /// <summary>Orders that are not the next of this book: lost before, twice, out of order or another's.</summary>
    internal long OutOfTurn { get; private set; }

    /// <summary>Quantity bought as the orders have it: offered, less what was cancelled, less what rests.</summary>
    internal long Bought => _bought - Left(isBuy: true);

    /// <summary>Quantity sold, likewise.</summary>
    internal long Sold => _sold - Left(isBuy: false);

    /// <summary>What became of all orders.</summary>
    internal BookOutcome Outcome => BookOutcome.Of(_done, _book, _trades);

    /// <summary>The report on the order before, which nobody reads: sending it is another's work.</summary>
    internal byte[] Report { get; private set; } = [];

    /// <summary>Applies an order and reports on it, which ends its way. One that is not this book's next is only noted.</summary>
    public void Take(in Order order)
    {
        if (order.Book != _number || order.Number != _done)
        {
            OutOfTurn++;
            return;
        }

        Apply(order);
        Report = ReportOn(order);
        _recorder.Record(order.OfferedAt, SystemClock.Timestamp);
        Volatile.Write(ref _done, _done + 1);
        if (_done == _expected)
        {
            _applied.Report();
        }
    }

    private void Apply(in Order order)
    {
        var quantity = order.Quantity;
        if (order.Kind == OrderKind.Cancel)
        {
            quantity = -_book.Cancel(order.Id);
        }
        else
        {
            _book.Add(order, _trades);
        }

        if (order.IsBuy)
        {
            _bought += quantity;
        }
        else
        {
            _sold += quantity;
        }
    }

    private byte[] ReportOn(in Order order)
    {
        var report = new byte[_parameters.ReportBytes];
        BinaryPrimitives.WriteInt64LittleEndian(report, order.Id);
        BinaryPrimitives.WriteInt64LittleEndian(report.AsSpan(sizeof(long)), _trades.Count);
        return report;
    }

    private long Left(bool isBuy) =>
        _book.Resting().Where(order => order.IsBuy == isBuy).Sum(order => (long)order.Quantity);
}
