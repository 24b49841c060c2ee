using Bench.Measurement.Backend;
using Bench.Tests.Results.History;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Backends;

[Collection(PostgresAddress.Name)]
[Trait(PostgresServer.Category, PostgresServer.Postgres)]
public sealed class PostgresStockTests : StockContract
{
    protected override async Task<ServiceBackend<InventoryRequest>> OpenAsync(
        BackendSetup<InventoryRequest> setup
    )
    {
        await PostgresAddress.SetSharedAsync();
        return RealBackends.Open("postgres", setup);
    }
}
