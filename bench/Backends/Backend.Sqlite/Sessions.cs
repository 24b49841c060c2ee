using Bench.Databases;
using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Backend.Sqlite;

/// <summary>The parts of <see cref="Workloads.Sessions"/>' pages in a file.</summary>
public sealed class Sessions(BackendSetup<PartRequest> setup) : PartDatabase(setup, new SqliteFile());
