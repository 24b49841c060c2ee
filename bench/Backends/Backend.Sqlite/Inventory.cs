using Bench.Databases;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Backend.Sqlite;

/// <summary>The stock of <see cref="Workloads.Inventory"/> in a file.</summary>
public sealed class Inventory(BackendSetup<InventoryRequest> setup) : StockDatabase(setup, new SqliteFile());
