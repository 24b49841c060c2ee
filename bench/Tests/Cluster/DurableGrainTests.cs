using System.Net;
using System.Text.Json;
using Bench.ClusterLanes;
using Bench.DurableGrains;
using Bench.Workloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;
using Xunit;
using InventoryWork = Bench.DurableGrains.InventoryWork;
using PaymentsWork = Bench.DurableGrains.PaymentsWork;
using Server = Bench.Tests.Results.History.PostgresServer;

namespace Bench.Tests.Cluster;

/// <summary>One silo on a real database: what was acknowledged is stored, once, whatever is sent again.</summary>
[Trait(Server.Category, Server.Postgres)]
public sealed class DurableGrainTests : IAsyncLifetime
{
    private RunDatabase _database = null!;
    private IHost _silo = null!;

    private IGrainFactory Grains => _silo.Services.GetRequiredService<IGrainFactory>();

    public async ValueTask InitializeAsync()
    {
        _database = RunDatabase.Create(PostgresServer.Read((await Server.SharedAsync()).Uri));
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_silo is not null)
        {
            await StopAsync();
        }

        _database?.Dispose();
    }

    [Fact]
    public async Task A_reservation_that_comes_again_is_granted_again_and_taken_once()
    {
        var reservation = new Reservation(7, 2);

        Assert.Equal(InventoryReply.Granted, await Grains.GetGrain<IProduct>(3).Reserve(reservation));
        Assert.Equal(InventoryReply.Granted, await Grains.GetGrain<IProduct>(3).Reserve(reservation));
        await RestartAsync();
        Assert.Equal(InventoryReply.Granted, await Grains.GetGrain<IProduct>(3).Reserve(reservation));

        var stock = await Grains.GetGrain<IProduct>(3).Books();
        Assert.Equal(3, stock.Left);
        Assert.Equal([reservation], stock.Reservations);
    }

    [Fact]
    public async Task Reservations_at_the_same_time_share_writes_and_none_is_lost()
    {
        var product = Grains.GetGrain<IProduct>(4);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => product.Reserve(new(number, 1)))
        );
        await RestartAsync();

        Assert.Equal(5, replies.Count(reply => reply == InventoryReply.Granted));
        Assert.Equal(3, replies.Count(reply => reply == InventoryReply.SoldOut));
        var stock = await Grains.GetGrain<IProduct>(4).Books();
        Assert.Equal(0, stock.Left);
        Assert.Equal(5, stock.Reservations.Length);
    }

    [Fact]
    public async Task A_product_that_was_never_reserved_has_all_of_its_stock() =>
        Assert.Equal(5, (await Grains.GetGrain<IProduct>(9).Books()).Left);

    [Fact]
    public async Task A_payment_that_comes_again_moves_money_once()
    {
        var payment = new Entry(1, 2, 30);
        var payer = Grains.GetGrain<IAccount>(1);

        Assert.Equal(PaymentReply.Settled, await payer.Pay(payment));
        Assert.Equal(PaymentReply.Settled, await payer.Pay(payment));
        Assert.Equal(PaymentReply.Declined, await payer.Pay(new(2, 2, 80)));
        await RestartAsync();
        Assert.Equal(PaymentReply.Declined, await Grains.GetGrain<IAccount>(1).Pay(new(2, 2, 80)));

        var (debited, credited) = (
            await Grains.GetGrain<IAccount>(1).Books(),
            await Grains.GetGrain<IAccount>(2).Books()
        );
        Assert.Equal((70, 130), (debited.Cents, credited.Cents));
        Assert.Equal([payment], debited.Debits);
        Assert.Equal([new Entry(1, 1, 30)], credited.Credits);
    }

    [Fact]
    public async Task What_a_payer_still_owes_after_a_crash_is_paid_by_its_next_activation()
    {
        var owed = new Entry(5, 2, 40);
        await StorageOf(_silo)
            .WriteStateAsync(
                "journal",
                Grains.GetGrain<IAccount>(1).GetGrainId(),
                new GrainState<Journal>(
                    new()
                    {
                        Cents = 60,
                        Debits = [owed],
                        Owed = [owed],
                    }
                )
            );

        await Grains.GetGrain<IAccount>(1).Books();

        Assert.Equal(140, (await Grains.GetGrain<IAccount>(2).Books()).Cents);
    }

    [Fact]
    public async Task A_write_of_an_older_version_is_refused()
    {
        var (storage, id) = (StorageOf(_silo), Grains.GetGrain<IProduct>(8).GetGrainId());
        var (one, other) = (new GrainState<Stock>(new()), new GrainState<Stock>(new()));

        await storage.WriteStateAsync("stock", id, one);
        await Assert.ThrowsAsync<InconsistentStateException>(() =>
            storage.WriteStateAsync("stock", id, other)
        );
        await storage.ReadStateAsync("stock", id, other);
        await storage.WriteStateAsync("stock", id, one);

        await Assert.ThrowsAsync<InconsistentStateException>(() =>
            storage.WriteStateAsync("stock", id, other)
        );
    }

    private static IGrainStorage StorageOf(IHost silo) =>
        silo.Services.GetRequiredKeyedService<IGrainStorage>("Default");

    private async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _silo = Bench.DurableGrains.Cluster.Silo(
            _database.ForClient,
            IPAddress.Loopback,
            FreePort(),
            FreePort(),
            services =>
                services
                    .AddSingleton(
                        new InventoryWork(Setup(new { stockPerProduct = 5, backendMilliseconds = 1 }))
                    )
                    .AddSingleton(
                        new PaymentsWork(Setup(new { openingCents = 100, backendMilliseconds = 1 }))
                    )
        );
        await _silo.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task StopAsync()
    {
        await _silo.StopAsync(CancellationToken.None);
        _silo.Dispose();
    }

    private static NodeSetup Setup(object parameters) =>
        new("any", Index: 1, Nodes: 1, "127.0.0.1", JsonSerializer.SerializeToNode(parameters)!.AsObject());

    private static int FreePort()
    {
        using var port = new ReservedPort(IPAddress.Loopback);
        return port.Number;
    }
}
