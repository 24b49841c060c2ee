using Bench.Measurement;
using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Stock lookups and reservations by users who think between requests; each request calls a backend, then
/// touches one product. Source of the figures: the article's retail inventory case.
/// </summary>
public abstract class Inventory : ServiceWorkload<InventoryParameters, InventoryRequest, InventoryReply>
{
    private readonly List<(InventoryRequest Request, InventoryReply Reply)> _replies = [];

    public override WorkloadFacts Facts =>
        new(
            "inventory",
            "Inventory under many users",
            "Users look products up and reserve them; every request calls a backend, then touches one product.",
            "One request: from the moment the user meant to send it until the reply or the deadline; a refused one has no latency.",
            "p95"
        );

    protected override IReadOnlyList<string> TracedSteps => ["apply"];

    /// <summary>The products. A lane lets one unit at a time touch a product.</summary>
    protected IReadOnlyList<Product> Products { get; private set; } = [];

    /// <summary>The stock database.</summary>
    protected ServiceBackend<InventoryRequest> Backend { get; private set; } = null!;

    protected override (TimeSpan WarmUp, TimeSpan Measured, TimeSpan Deadline) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.DeadlineMilliseconds)
        );

    protected override LoadKnob<InventoryParameters> Knob =>
        new(
            nameof(InventoryParameters.Users),
            Start: 2_000,
            point =>
                new()
                {
                    Users = point.Load,
                    SpikeUsers = point.Spike,
                    WarmUpMilliseconds = point.WarmUpMilliseconds,
                    MeasuredMilliseconds = point.MeasuredMilliseconds,
                }
        );

    protected override bool LoadChanges => Parameters.SpikeUsers != 0;

    protected override IEnumerable<Configuration<InventoryParameters>> Configurations
    {
        get
        {
            var small = new InventoryParameters
            {
                Users = 500,
                WarmUpMilliseconds = 300,
                MeasuredMilliseconds = 600,
            };
            yield return new(Presets.Smoke, small);

            // As told a queue of thousands builds up before anything is steady.
            var large = new InventoryParameters
            {
                Users = 10_000,
                WarmUpMilliseconds = 2_500,
                MeasuredMilliseconds = 1_500,
            };
            yield return new(Presets.Quick, large);
            yield return new(Presets.Quick, large, Terms.Told);

            var crowd = new InventoryParameters { WarmUpMilliseconds = 2_500, MeasuredMilliseconds = 2_000 };
            foreach (var users in new[] { 500, 5_000, 10_000 })
            {
                yield return new(Presets.Standard | Presets.Full, crowd with { Users = users });
            }

            yield return new(Presets.Standard | Presets.Full, crowd with { Users = 10_000 }, Terms.Told);
            yield return new(Presets.Full, crowd with { Users = 5_000 }, Terms.Told);

            // With 80 ms in the backend 500 in work at once serve 6,250/s, and 2,000 more than the users ask for.
            foreach (var limit in new[] { 500, 2_000 })
            {
                yield return new(
                    Presets.Standard | Presets.Full,
                    crowd with
                    {
                        Users = 10_000,
                        BackendMilliseconds = 80,
                        ConcurrencyLimit = limit,
                    }
                );
            }

            var spike = crowd with { Users = 500, SpikeUsers = 5_000, MeasuredMilliseconds = 3_000 };
            yield return new(Presets.Standard | Presets.Full, spike);
            yield return new(Presets.Standard | Presets.Full, spike, Terms.Told);
        }
    }

    protected override IArrivals Arrivals(long origin)
    {
        var (warmUp, measured, _) = Timing;
        var users = Profile.MiddleThird(Parameters.Users, Parameters.SpikeUsers, warmUp, measured);
        return new ClosedLoop(origin, users, TimeSpan.FromMilliseconds(Parameters.ThinkMilliseconds), Seed);
    }

    protected override InventoryRequest Request(long number)
    {
        var random = SplitMix64.For(Seed, number);
        return new InventoryRequest(
            number,
            random.Next(Parameters.Products),
            IsReservation: random.Next(100) < Parameters.ReservationPercent,
            Quantity: 1 + random.Next(3)
        );
    }

    // Enough requests for Little's law to be seen in calls of a millisecond, and 100 of them a second transactions: a third of what
    // SQLite's one writer keeps on a machine of two processors that is busy (240 to 330).
    protected override IEnumerable<Configuration<InventoryParameters>> ConfigurationsOn(string backend)
    {
        var some = new InventoryParameters
        {
            Backend = backend,
            BackendMilliseconds = 5,
            ConcurrencyLimit = RealBackends.Limit,
            Users = 400,
            ReservationPercent = 25,
            StockPerProduct = 3,
            WarmUpMilliseconds = 1_000,
            MeasuredMilliseconds = 1_000,
        };
        yield return new(Presets.Smoke, some);
        yield return new(Presets.Quick, some with { MeasuredMilliseconds = 3_000 });
        yield return new(
            Presets.Standard | Presets.Full,
            some with
            {
                WarmUpMilliseconds = 2_000,
                MeasuredMilliseconds = 4_000,
            }
        );
    }

    protected override void PrepareIteration()
    {
        Backend = NewBackend<InventoryRequest>(
            Parameters.Backend,
            Parameters.ConcurrencyLimit,
            _ => TimeSpan.FromMilliseconds(Parameters.BackendMilliseconds)
        );
        Products =
        [
            .. Enumerable
                .Range(0, Parameters.Products)
                .Select(_ => new Product(Parameters.StockPerProduct, Tracer, Backend as IStockDatabase)),
        ];
        _replies.Clear();
    }

    protected override void Ended(Call<InventoryRequest, InventoryReply> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Outcome == CallOutcome.Completed)
        {
            _replies.Add((call.Request, call.Reply));
        }
    }

    protected override void FinishIteration() => Backend.EndLoad();

    protected override void Check(Findings findings)
    {
        base.Check(findings);
        Check(
            findings,
            new InventoryBooks(
                _replies,
                [.. Products.Select(product => (long)product.Left)],
                [.. Products.SelectMany(product => product.Reservations)],
                Backend.MostAtOnce
            )
        );
        if (Backend is IStockDatabase database)
        {
            CheckDatabase(findings, database.Left(), database.Reservations());
        }
    }

    /// <summary>The invariant, at rest.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="seen">What became of products and requests.</param>
    protected void Check(Findings findings, InventoryBooks seen)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(seen);
        var booked = seen.Reservations.Select(reservation => reservation.Number).ToHashSet();
        findings.ExpectEqual(seen.Reservations.Count, booked.Count, "reservations entered once each");
        findings.ExpectEqual(
            0,
            seen.Replies.Count(item =>
                item.Reply == InventoryReply.Granted && !booked.Contains(item.Request.Number)
            ),
            "accepted but not in the books"
        );
        findings.Expect(
            seen.Replies.All(item => Answers(item, booked, seen.Left)),
            "a reply contradicts the books"
        );
        findings.Expect(
            seen.MostInWork <= Parameters.ConcurrencyLimit,
            $"more requests in work at once ({seen.MostInWork}) than the limit of {Parameters.ConcurrencyLimit}"
        );
        findings.Expect(seen.Left.All(left => left >= 0), "a product is oversold");
        findings.ExpectEqual(
            (long)Parameters.Products * Parameters.StockPerProduct,
            seen.Left.Sum() + seen.Reservations.Sum(reservation => (long)reservation.Quantity),
            "stock left and stock reserved together"
        );
        findings.Expect(
            seen.Reservations.All(reservation => reservation == Request(reservation.Number)),
            "a reservation in the books differs from what was asked"
        );
    }

    // What the database holds is held to the invariant of its own, and must be what the lane was told.
    private void CheckDatabase(
        Findings findings,
        IReadOnlyList<long> left,
        IReadOnlyList<InventoryRequest> reservations
    )
    {
        var inDatabase = new InventoryBooks(_replies, left, reservations, Backend.MostAtOnce);
        findings.Within("in the database", found => Check(found, inDatabase));
        findings.ExpectEqual(
            Products.Sum(product => product.Reservations.Count),
            reservations.Count,
            "reservations in the database"
        );
        findings.Expect(
            Products.Select(product => (long)product.Left).SequenceEqual(left),
            "stock left in the database differs from what the lane was told"
        );
    }

    // Stock only falls: who was told that too little was left must still find too little left at the end.
    private static bool Answers(
        (InventoryRequest Request, InventoryReply Reply) item,
        HashSet<long> booked,
        IReadOnlyList<long> left
    ) =>
        item.Reply switch
        {
            InventoryReply.Found => !item.Request.IsReservation,
            InventoryReply.Granted => booked.Contains(item.Request.Number),
            _ => item.Request.IsReservation
                && !booked.Contains(item.Request.Number)
                && left[item.Request.Product] < item.Request.Quantity,
        };
}
