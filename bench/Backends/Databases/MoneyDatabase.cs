using System.Collections.Concurrent;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Databases;

/// <summary>
/// Accounts and their journal in a database. A payment is a transaction that debits the payer if the balance covers it, credits the
/// payee, and enters what became of it. A number that is entered already moves nothing again, and is answered as before.
/// </summary>
public abstract class MoneyDatabase : DatabaseBackend<Payment>, IMoneyDatabase
{
    private const string Debited =
        "UPDATE account SET cents = cents - @Cents WHERE id = @Payer AND cents >= @Cents AND NOT EXISTS (SELECT 1 FROM journal WHERE number = @Number)";
    private const string Credited = "UPDATE account SET cents = cents + @Cents WHERE id = @Payee";
    private const string Entered =
        "INSERT INTO journal (number, payer, payee, cents, settled) VALUES (@Number, @Payer, @Payee, @Cents, ";
    private const string Settled = $"{Entered}1)";
    private const string Declined = $"{Entered}0)";
    private const string Known = "SELECT settled FROM journal WHERE number = @Number";
    private readonly ConcurrentDictionary<long, PaymentReply> _decisions = new();
    private readonly string? _locked;

    /// <param name="setup">The case.</param>
    /// <param name="database">Where; new and empty.</param>
    protected MoneyDatabase(BackendSetup<Payment> setup, Database database)
        : base(database)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(database);

        // Both accounts in order of their ids, or two payments towards each other would each hold what the other needs.
        _locked = database.Locking is { } locking
            ? $"SELECT count(*) FROM (SELECT id FROM account WHERE id IN (@Payer, @Payee) ORDER BY id {locking}) AS both_accounts"
            : null;
        var parameters = (PaymentsParameters)setup.Parameters;
        database.Make(
            "CREATE TABLE account (id integer PRIMARY KEY, cents bigint NOT NULL CHECK (cents >= 0))"
        );
        database.Make(
            $"""
            CREATE TABLE journal (
              position {database.Growing}, number bigint NOT NULL UNIQUE, payer integer NOT NULL, payee integer NOT NULL,
              cents bigint NOT NULL, settled integer NOT NULL)
            """
        );
        database.Make(
            """
            WITH RECURSIVE ids (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM ids WHERE id + 1 < @Accounts)
            INSERT INTO account (id, cents) SELECT id, @OpeningCents FROM ids
            """,
            new { parameters.Accounts, parameters.OpeningCents }
        );
    }

    public PaymentReply? Decision(long number) =>
        _decisions.TryGetValue(number, out var decision) ? decision : null;

    public IReadOnlyList<Account> Accounts()
    {
        var journal = Database
            .All<(long Number, int Payer, int Payee, long Cents, int Settled)>(
                "SELECT number, payer, payee, cents, settled FROM journal ORDER BY position"
            )
            .Select(row =>
                (
                    Payment: new Payment(row.Number, row.Payer, row.Payee, row.Cents),
                    IsSettled: row.Settled == 1
                )
            )
            .ToList();
        var settled = journal.Where(entry => entry.IsSettled).Select(entry => entry.Payment).ToList();
        var debits = settled.ToLookup(payment => payment.Payer);
        var credits = settled.ToLookup(payment => payment.Payee);
        var declined = journal
            .Where(entry => !entry.IsSettled)
            .ToLookup(entry => entry.Payment.Payer, entry => entry.Payment);
        return
        [
            .. Database
                .All<(int Id, long Cents)>("SELECT id, cents FROM account ORDER BY id")
                .Select(row => Account.Found(row.Cents, debits[row.Id], credits[row.Id], declined[row.Id])),
        ];
    }

    protected override bool Writes(Payment request) => true;

    protected override async ValueTask Serve(Session session, Payment request)
    {
        ArgumentNullException.ThrowIfNull(session);
        _decisions[request.Number] = await session
            .InTransaction(within => Pay(within, request))
            .ConfigureAwait(false);
    }

    private async ValueTask<PaymentReply> Pay(Session session, Payment payment)
    {
        var values = new
        {
            payment.Number,
            payment.Payer,
            payment.Payee,
            payment.Cents,
        };
        if (_locked is not null)
        {
            await session.First<long>(_locked, values).ConfigureAwait(false);
        }

        if (await session.Change(Debited, values).ConfigureAwait(false) == 1)
        {
            await session.Change(Credited, values).ConfigureAwait(false);
            await session.Change(Settled, values).ConfigureAwait(false);
            return PaymentReply.Settled;
        }

        if (await session.First<int?>(Known, values).ConfigureAwait(false) is { } before)
        {
            return before == 1 ? PaymentReply.Settled : PaymentReply.Declined;
        }

        await session.Change(Declined, values).ConfigureAwait(false);
        return PaymentReply.Declined;
    }
}
