using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.ClusterLanes;

/// <summary>Payments that a client sends to a cluster of processes, which keep the accounts.</summary>
public abstract class Payments : Workloads.Payments
{
    private const int FieldsOfPayment = 4;
    private readonly PendingCalls<Payment, PaymentReply> _pending = new();
    private readonly ClusterWork _work;

    protected Payments() => _work = new(this);

    /// <summary>Processes that the accounts are spread over.</summary>
    protected virtual int NodeCount => 2;

    /// <summary>Makes this process a client of the cluster.</summary>
    /// <param name="nodes">Where the nodes are.</param>
    protected abstract void Connect(IReadOnlyList<string> nodes);

    /// <summary>Makes every account's entity be there, before the load.</summary>
    protected abstract void Activate();

    /// <summary>Sends a payment; <see cref="Answered"/> or <see cref="Dropped"/> is called when its answer comes.</summary>
    protected abstract void Send(Payment payment);

    /// <summary>Leaves the cluster.</summary>
    protected abstract void Disconnect();

    /// <summary>The answer to a payment has come.</summary>
    protected void Answered(long number, PaymentReply reply) => _pending.Complete(number, reply);

    /// <summary>A node did nothing for a payment: it had waited for longer than its deadline.</summary>
    protected void Dropped(long number) => _pending.Abandon(number);

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = parameters.Accounts,
        };

    protected override string? OutOfReach(PaymentsParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return ClusterWork.WhyNot(parameters.Backend);
    }

    protected override void Prepare() => _work.Start(Parameters, NodeCount);

    protected sealed override void Open() => _work.Open(Connect, Activate);

    protected sealed override bool TryAdmit(Call<Payment, PaymentReply> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var most = (long)Parameters.ConcurrencyLimit + Parameters.QueueBound;
        if (!_pending.TryAdd(call.Request.Number, call, most))
        {
            return false;
        }

        Send(call.Request);
        return true;
    }

    protected sealed override void Close() => _work.Close(() => _pending.Count, Disconnect);

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Accounts = [.. ToldAccounts(findings)];
        base.Check(findings);
        findings.Expect(
            _work.MostInWork <= Parameters.ConcurrencyLimit,
            $"more payments in work at once ({_work.MostInWork}) than the limit of {Parameters.ConcurrencyLimit}"
        );
    }

    protected override void Dispose(Findings findings) => _work.Finish();

    private IEnumerable<Account> ToldAccounts(Findings findings)
    {
        var balances = _work.Books.SelectMany(book => book.Numbers("balances").Chunk(2)).ToList();
        findings.ExpectEqual(Parameters.Accounts, balances.Count, "accounts that the nodes keep");
        var cents = balances.ToLookup(row => row[0], row => row[1]);
        var (debits, credits, declined) = (
            Journal("debits", payment => payment.Payer),
            Journal("credits", payment => payment.Payee),
            Journal("declined", payment => payment.Payer)
        );
        return Enumerable
            .Range(0, Parameters.Accounts)
            .Select(account =>
                Account.Found(
                    cents[account].Sum(),
                    [.. debits[account]],
                    [.. credits[account]],
                    [.. declined[account]]
                )
            );
    }

    private ILookup<int, Payment> Journal(string name, Func<Payment, int> account) =>
        _work
            .Books.SelectMany(book => book.Numbers(name).Chunk(FieldsOfPayment))
            .Select(row => new Payment(row[0], (int)row[1], (int)row[2], row[3]))
            .ToLookup(account);
}
