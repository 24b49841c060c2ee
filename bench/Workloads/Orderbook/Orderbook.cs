using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Limit order books under a stream of orders and cancellations, which one gateway brings to the owners of the books. What differs
/// is how a book keeps what rests in it, and so what the garbage collector has to do while orders wait.
/// </summary>
public abstract class Orderbook : Workload<OrderbookParameters>
{
    private readonly Arrival _applied = new();
    private List<LatencyRecorder> _recorders = [];
    private OrderScript _script = null!;
    private int _sessions;

    public override WorkloadFacts Facts =>
        new(
            "orderbook",
            "Limit order books",
            "A gateway brings a seeded stream of orders and cancellations to the owners of the books, who match them and keep what rests.",
            "One order or cancellation: from when the gateway turns to it, any wait for room included, until its book has applied it.",
            "throughput"
        )
        {
            OwnMetrics = ["sessionMilliseconds", "mostOrdersUnderWay", "restingOrders"],
        };

    /// <summary>Counting who is in flight would be two locked operations on one counter for each order.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The books fill while the window is open.</summary>
    public override bool HasSteadyMemory => false;

    /// <summary>The books; each has one owner, a unit.</summary>
    protected IReadOnlyList<BookDesk> Desks { get; private set; } = [];

    /// <summary>Where the orders come in; a unit.</summary>
    protected OrderGateway Gateway { get; private set; } = null!;

    protected override IEnumerable<Configuration<OrderbookParameters>> Configurations
    {
        get
        {
            foreach (var layout in Enum.GetValues<BookLayout>())
            {
                yield return new(
                    Presets.Smoke,
                    new()
                    {
                        Layout = layout,
                        LiveOrders = 20_000,
                        Orders = 60_000,
                    }
                );
                foreach (var capacity in Enum.GetValues<BookCapacity>())
                {
                    var both = new OrderbookParameters { Layout = layout, Capacity = capacity };
                    yield return new(Presets.Standard | Presets.Full, both);
                    yield return new(Presets.Full, both with { LiveOrders = 1_000_000, Orders = 2_500_000 });
                }
            }
        }
    }

    /// <summary>Creates the units, which wait.</summary>
    protected abstract void Open();

    /// <summary>Has all orders brought from the gateway to the owners of their books, and returns when all are applied.</summary>
    protected abstract void Trade();

    /// <summary>Ends the units and waits for them.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Trade"/>: waits until every book has applied all its orders.</summary>
    protected void AwaitApplied() => _applied.Wait();

    protected override void Prepare()
    {
        _recorders = [.. Enumerable.Range(0, Parameters.Books).Select(_ => Latencies.NewRecorder())];
        _script = OrderScript.Draw(Seed, Parameters);
    }

    protected override void PrepareIteration()
    {
        Desks = [];
        Desks =
        [
            .. _script.Expected.Select(
                (expected, book) =>
                    new BookDesk(book, Parameters, expected.Messages, _recorders[book], _applied)
            ),
        ];
        Gateway = new(_script.Orders, Desks);
        _applied.Expect(Desks.Count);
        Open();

        // What the session before left behind is no part of this one's work.
        GC.Collect();
    }

    protected override void RunIteration() => Measure(Trade);

    protected override void FinishIteration()
    {
        Close();
        Count(new() { Intended = _script.Orders.Count, Completed = Desks.Sum(desk => (long)desk.Applied) });
        if (IsMeasured)
        {
            Metrics["sessionMilliseconds"] = Window.Seconds * 1e3 / ++_sessions;
            Metrics["mostOrdersUnderWay"] = Gateway.MostUnderWay;
            Metrics["restingOrders"] = _script.Expected.Sum(book => book.Resting);
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var (desk, expected) in Desks.Zip(_script.Expected))
        {
            Check(findings, desk, expected);
        }

        // Beside those that wait, the gateway has one in hand, and the book's owner.
        findings.Expect(
            Gateway.MostUnderWay <= Parameters.QueueCapacity + 2,
            $"more orders under way to one book ({Gateway.MostUnderWay}) than waiting and in hand may be ({Parameters.QueueCapacity + 2})"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private static void Check(Findings findings, BookDesk desk, BookOutcome expected)
    {
        var found = desk.Outcome;
        findings.ExpectEqual(0, desk.OutOfTurn, "orders that were not their book's next");
        findings.ExpectEqual(expected.Messages, found.Messages, "orders applied to a book");
        findings.ExpectEqual(desk.Bought, desk.Sold, "bought and sold in a book");
        findings.ExpectEqual(found.Quantity, desk.Bought, "traded and bought in a book");
        findings.Expect(
            found with
            {
                Resting = 0,
                RestingFingerprint = 0,
            } == expected with { Resting = 0, RestingFingerprint = 0 },
            "the trades of a book are not the oracle's"
        );
        findings.Expect(
            (found.Resting, found.RestingFingerprint) == (expected.Resting, expected.RestingFingerprint),
            "what rests in a book is not what the oracle has there"
        );
    }
}
