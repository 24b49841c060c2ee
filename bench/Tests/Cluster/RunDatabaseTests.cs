using Bench.DurableGrains;
using Dapper;
using Xunit;
using Server = Bench.Tests.Results.History.PostgresServer;

namespace Bench.Tests.Cluster;

[Trait(Server.Category, Server.Postgres)]
public sealed class RunDatabaseTests
{
    [Fact]
    public async Task It_has_the_statements_of_Orleans_and_is_gone_afterwards()
    {
        await using var server = await Server.OwnAsync();

        using (var database = RunDatabase.Create(PostgresServer.Read(server.Uri)))
        {
            await using var connection = await server.ConnectAsync(
                server.Uri.Replace("/postgres", $"/{database.Name}", StringComparison.Ordinal)
            );
            Assert.Contains(
                "WriteToStorageKey",
                await connection.QueryAsync<string>("SELECT QueryKey FROM OrleansQuery")
            );
        }

        Assert.Empty(await DatabasesAsync(server));
    }

    [Fact]
    public async Task One_whose_process_was_ended_is_dropped_by_the_next_and_one_in_use_is_not()
    {
        await using var server = await Server.OwnAsync();
        var target = PostgresServer.Read(server.Uri);
        await using (var connection = await server.ConnectAsync())
        {
            await connection.ExecuteAsync("CREATE DATABASE bench_durable_1");
        }

        using var first = RunDatabase.Create(target);
        using var second = RunDatabase.Create(target);

        Assert.Equal(
            new[] { first.Name, second.Name }.Order(StringComparer.Ordinal),
            await DatabasesAsync(server)
        );
    }

    private static async Task<IEnumerable<string>> DatabasesAsync(Server server)
    {
        await using var connection = await server.ConnectAsync();
        return
        [
            .. await connection.QueryAsync<string>(
                "SELECT datname::text FROM pg_database WHERE datname LIKE 'bench%' ORDER BY datname"
            ),
        ];
    }
}
