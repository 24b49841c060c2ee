using Bench.Databases;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Backend.Postgres;

/// <summary>The parts of <see cref="Workloads.Sessions"/>' pages on a server.</summary>
public sealed class Sessions(BackendSetup<PartRequest> setup)
    : PartDatabase(setup, new PostgresSchema(setup.Limit));
