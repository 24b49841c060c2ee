using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bench.ClusterLanes;
using Bench.Workloads;

namespace Bench.DurableGrains;

/// <summary>What a node does for payments.</summary>
/// <param name="setup">What the node was told.</param>
[Keeps("payments")]
internal sealed class PaymentsWork(NodeSetup setup) : StoredWork(setup)
{
    /// <summary>The device, as a node may call it that keeps its state in memory.</summary>
    public LimitedBackend Backend { get; } = new ClusterLanes.PaymentsWork(setup).Backend;

    /// <summary>What is asked.</summary>
    public PaymentsParameters Asked { get; } = setup.Read<PaymentsParameters>();

    protected override async Task DescribeAsync(JsonObject books)
    {
        // What any payer still owes is paid before the first account is read.
        await Task.WhenAll(
            Enumerable.Range(0, Asked.Accounts).Select(account => Grains.GetGrain<IAccount>(account).Settle())
        );
        var share = await ShareAsync(Asked.Accounts, account => Grains.GetGrain<IAccount>(account).Books());
        books["mostInWork"] = Backend.MostInWork;
        books["balances"] = Numbers(share.SelectMany(item => new[] { item.Key, item.State.Cents }));
        books["debits"] = Made(share, journal => journal.Debits);
        books["declined"] = Made(share, journal => journal.Declined);
        books["credits"] = Numbers(
            share.SelectMany(item =>
                item.State.Credits.SelectMany(paid => new[] { paid.Number, paid.Other, item.Key, paid.Cents })
            )
        );
    }

    private static JsonArray Made(
        IReadOnlyList<(int Key, Journal State)> share,
        Func<Journal, ImmutableArray<Entry>> journal
    ) =>
        Numbers(
            share.SelectMany(item =>
                journal(item.State)
                    .SelectMany(made => new[] { made.Number, item.Key, made.Other, made.Cents })
            )
        );
}
