using Bench.Databases;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Backend.Postgres;

/// <summary>The stock of <see cref="Workloads.Inventory"/> on a server.</summary>
public sealed class Inventory(BackendSetup<InventoryRequest> setup)
    : StockDatabase(setup, new PostgresSchema(setup.Limit));
