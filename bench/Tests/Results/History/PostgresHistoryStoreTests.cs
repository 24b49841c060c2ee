using Xunit;

namespace Bench.Tests.Results.History;

[Trait(PostgresServer.Category, PostgresServer.Postgres)]
public sealed class PostgresHistoryStoreTests : HistoryStoreContract
{
    protected override async Task<string> NewTargetAsync() =>
        await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
}
