using Bench.Measurement.Backend;
using Bench.Results.History;

namespace Bench.Backend.Postgres;

/// <summary>Which server: <c>BENCH_POSTGRES</c> says it.</summary>
internal static class Server
{
    public const string Name = "postgres";
    public const string Form = "postgresql://USER:PASSWORD@HOST:5432/DATABASE";

    public static string Variable => RealBackends.AddressVariable(Name);

    /// <summary>The server; null when none is named.</summary>
    /// <exception cref="Results.ResultsException">What is named cannot be read; the message does not repeat it.</exception>
    public static PostgresTarget? Target =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? PostgresTarget.Read(text)
            : null;
}
