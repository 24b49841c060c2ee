using Bench.Tests.Results.History;
using Xunit;

namespace Bench.Tests.Backends;

[Collection(PostgresAddress.Name)]
[Trait(PostgresServer.Category, PostgresServer.Postgres)]
public sealed class LanesOnPostgresTests : LanesOnBackends
{
    protected override string Backend => "postgres";

    protected override Task PrepareAsync() => PostgresAddress.SetSharedAsync();
}
