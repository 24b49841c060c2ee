using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bench.Workloads;

namespace Bench.ClusterLanes;

/// <summary>The accounts of one node.</summary>
/// <param name="setup">What the node was told.</param>
public sealed class PaymentsWork(NodeSetup setup) : NodeWork(setup)
{
    private readonly PaymentsParameters _parameters = setup.Read<PaymentsParameters>();
    private readonly ConcurrentDictionary<int, Account> _accounts = new();

    /// <summary>The bank that authorises, as this node may call it.</summary>
    public LimitedBackend Backend { get; } = Limited(setup.Read<PaymentsParameters>(), setup.Nodes);

    /// <summary>An account with its opening balance, for the entity that is it from now on.</summary>
    public Account Open(int account) => _accounts[account] = new(_parameters.OpeningCents);

    /// <inheritdoc />
    protected override void Describe(JsonObject books)
    {
        ArgumentNullException.ThrowIfNull(books);
        books["mostInWork"] = Backend.MostInWork;
        books["balances"] = Numbers(_accounts.SelectMany(item => new[] { item.Key, item.Value.Cents }));
        books["debits"] = Journal(account => account.Debits);
        books["credits"] = Journal(account => account.Credits);
        books["declined"] = Journal(account => account.Declined);
    }

    private JsonArray Journal(Func<Account, IReadOnlyList<Payment>> journal) =>
        Numbers(
            _accounts
                .Values.SelectMany(journal)
                .SelectMany(payment => new[] { payment.Number, payment.Payer, payment.Payee, payment.Cents })
        );

    private static LimitedBackend Limited(PaymentsParameters parameters, int nodes) =>
        new(
            parameters.ConcurrencyLimit,
            nodes,
            TimeSpan.FromMilliseconds(parameters.BackendMilliseconds),
            parameters.DeadlineMilliseconds == 0
                ? Timeout.InfiniteTimeSpan
                : TimeSpan.FromMilliseconds(parameters.DeadlineMilliseconds)
        );
}
