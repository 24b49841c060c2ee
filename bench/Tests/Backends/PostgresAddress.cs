using Bench.Measurement.Backend;
using Bench.Tests.Results.History;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>
/// Names a server to the backend, as a user does. Its tests run one after the other: the name is the process's, and other tests find the
/// one that was there before.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PostgresAddress : ICollectionFixture<PostgresAddress>, IDisposable
{
    public const string Name = "the server that BENCH_POSTGRES names";

    private static readonly string s_variable = RealBackends.AddressVariable("postgres");
    private readonly string? _before = Environment.GetEnvironmentVariable(s_variable);

    public void Dispose() => Set(_before);

    internal static void Set(string? uri) => Environment.SetEnvironmentVariable(s_variable, uri);

    /// <summary>Names a new database of the server that tests share; the test is skipped where there is no PostgreSQL.</summary>
    /// <returns>The database's URI.</returns>
    internal static async Task<string> SetSharedAsync()
    {
        var uri = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        Set(uri);
        return uri;
    }
}
