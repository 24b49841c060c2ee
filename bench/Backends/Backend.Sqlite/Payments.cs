using Bench.Databases;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Backend.Sqlite;

/// <summary>The money of <see cref="Workloads.Payments"/> in a file.</summary>
public sealed class Payments(BackendSetup<Payment> setup) : MoneyDatabase(setup, new SqliteFile());
