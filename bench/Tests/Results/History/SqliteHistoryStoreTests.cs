namespace Bench.Tests.Results.History;

public sealed class SqliteHistoryStoreTests : HistoryStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<string> NewTargetAsync() => Task.FromResult(_folder.In("reports/history.db"));

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }
}
