using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Tests.Backends;

public sealed class SqliteStockTests : StockContract
{
    protected override Task<ServiceBackend<InventoryRequest>> OpenAsync(
        BackendSetup<InventoryRequest> setup
    ) => Task.FromResult(RealBackends.Open("sqlite", setup));
}
