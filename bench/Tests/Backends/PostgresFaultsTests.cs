using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Tests.Results.History;
using Bench.Workloads;
using Dapper;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>A server that is absent, dies, or has something of an earlier process in it.</summary>
[Collection(PostgresAddress.Name)]
[Trait(PostgresServer.Category, PostgresServer.Postgres)]
public sealed class PostgresFaultsTests
{
    [Fact]
    public async Task A_server_that_dies_midway_ends_the_sample_with_one_line()
    {
        await using var server = await PostgresServer.OwnAsync();
        PostgresAddress.Set(server.Uri);
        var stock = Open();
        stock.Call(new(1, Product: 0, IsReservation: true, Quantity: 1));

        await server.CrashAsync();
        stock.Call(new(2, Product: 0, IsReservation: true, Quantity: 1));
        await stock.CallAsync(new(3, Product: 0, IsReservation: true, Quantity: 1));

        var error = Assert.Throws<LaneFailureException>(stock.EndLoad);
        Assert.Matches(@"^postgres: postgresql://\S+ failed \(.+\); see that the server runs", error.Message);
        Assert.DoesNotContain(server.Password, error.Message, StringComparison.Ordinal);
        stock.Close();
    }

    [Fact]
    public async Task Nothing_is_left_in_the_database_and_what_a_killed_process_left_is_taken_away()
    {
        var uri = await PostgresAddress.SetSharedAsync();
        await using var connection = await (await PostgresServer.SharedAsync()).ConnectAsync(uri);
        await connection.ExecuteAsync(
            "CREATE SCHEMA bench_sample_42; CREATE TABLE bench_sample_42.product (id int)"
        );
        await connection.ExecuteAsync("CREATE SCHEMA bench_sample_43; SELECT pg_advisory_lock(43)");

        var stock = Open();
        var during = await SchemasAsync();
        stock.Close();

        // The one that somebody holds is in use.
        Assert.Equal(2, during.Count);
        Assert.Equal("bench_sample_43", Assert.Single(await SchemasAsync()));

        async Task<List<string>> SchemasAsync() =>
            (
                await connection.QueryAsync<string>(
                    "SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'bench%'"
                )
            ).AsList();
    }

    [Fact]
    public async Task A_server_with_too_few_connections_left_is_refused_before_anything_is_measured()
    {
        await PostgresAddress.SetSharedAsync();

        var reason = RealBackends.Probe("postgres").WhyNot(limit: 1_000);

        Assert.Matches(@"has \d+ connections left and 1000 are needed; raise its max_connections", reason);
        Assert.Null(RealBackends.Probe("postgres").WhyNot(limit: 2));
    }

    private static ServiceBackend<InventoryRequest> Open() =>
        RealBackends.Open<InventoryRequest>(
            "postgres",
            new(2, new InventoryParameters { Products = 2 }, _ => TimeSpan.Zero)
        );
}
