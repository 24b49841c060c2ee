using System.Collections.Concurrent;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Databases;

/// <summary>
/// Stock and reservations in a database. A lookup reads the product; a reservation is a transaction that takes the pieces if they are
/// there and enters it. A number that is entered already is not entered again, and answered as before: stock only falls.
/// </summary>
public abstract class StockDatabase : DatabaseBackend<InventoryRequest>, IStockDatabase
{
    private const string Taken =
        "UPDATE product SET pieces = pieces - @Quantity WHERE id = @Product AND pieces >= @Quantity AND NOT EXISTS (SELECT 1 FROM reservation WHERE number = @Number)";
    private const string Entered =
        "INSERT INTO reservation (number, product, quantity) VALUES (@Number, @Product, @Quantity)";
    private const string Known = "SELECT count(*) FROM reservation WHERE number = @Number";
    private readonly ConcurrentDictionary<long, InventoryReply> _decisions = new();

    /// <param name="setup">The case.</param>
    /// <param name="database">Where; new and empty.</param>
    protected StockDatabase(BackendSetup<InventoryRequest> setup, Database database)
        : base(database)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(database);
        var parameters = (InventoryParameters)setup.Parameters;
        database.Make(
            "CREATE TABLE product (id integer PRIMARY KEY, pieces integer NOT NULL CHECK (pieces >= 0))"
        );
        database.Make(
            "CREATE TABLE reservation (number bigint PRIMARY KEY, product integer NOT NULL, quantity integer NOT NULL)"
        );
        database.Make(
            """
            WITH RECURSIVE ids (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM ids WHERE id + 1 < @Products)
            INSERT INTO product (id, pieces) SELECT id, @StockPerProduct FROM ids
            """,
            new { parameters.Products, parameters.StockPerProduct }
        );
    }

    public InventoryReply? Decision(long number) =>
        _decisions.TryGetValue(number, out var decision) ? decision : null;

    public IReadOnlyList<long> Left() => [.. Database.All<long>("SELECT pieces FROM product ORDER BY id")];

    public IReadOnlyList<InventoryRequest> Reservations() =>
        [
            .. Database
                .All<(long Number, int Product, int Quantity)>(
                    "SELECT number, product, quantity FROM reservation ORDER BY number"
                )
                .Select(row => new InventoryRequest(
                    row.Number,
                    row.Product,
                    IsReservation: true,
                    row.Quantity
                )),
        ];

    protected override bool Writes(InventoryRequest request) => request.IsReservation;

    protected override async ValueTask Serve(Session session, InventoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(session);
        _decisions[request.Number] = request.IsReservation
            ? await session.InTransaction(within => Reserve(within, request)).ConfigureAwait(false)
            : await Look(session, request).ConfigureAwait(false);
    }

    private static async ValueTask<InventoryReply> Look(Session session, InventoryRequest request) =>
        await session
            .First<int?>("SELECT pieces FROM product WHERE id = @Product", new { request.Product })
            .ConfigureAwait(false)
            is null
            ? throw new InvalidDataException($"there is no product {request.Product}")
            : InventoryReply.Found;

    private static async ValueTask<InventoryReply> Reserve(Session session, InventoryRequest request)
    {
        var values = new
        {
            request.Number,
            request.Product,
            request.Quantity,
        };
        if (await session.Change(Taken, values).ConfigureAwait(false) == 1)
        {
            await session.Change(Entered, values).ConfigureAwait(false);
            return InventoryReply.Granted;
        }

        return await session.First<long>(Known, values).ConfigureAwait(false) > 0
            ? InventoryReply.Granted
            : InventoryReply.SoldOut;
    }
}
