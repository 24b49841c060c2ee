using Bench.Databases;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Backend.Postgres;

/// <summary>The money of <see cref="Workloads.Payments"/> on a server.</summary>
public sealed class Payments(BackendSetup<Payment> setup)
    : MoneyDatabase(setup, new PostgresSchema(setup.Limit));
