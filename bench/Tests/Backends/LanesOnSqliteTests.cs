namespace Bench.Tests.Backends;

public sealed class LanesOnSqliteTests : LanesOnBackends
{
    protected override string Backend => "sqlite";
}
