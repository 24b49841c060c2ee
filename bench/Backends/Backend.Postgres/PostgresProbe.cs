using System.Globalization;
using Bench.Measurement.Backend;
using Bench.Results;
using Bench.Results.History;
using Dapper;
using Npgsql;

namespace Bench.Backend.Postgres;

/// <summary>Asks the server whether it lets this user make a schema and has connections left.</summary>
public sealed class PostgresProbe : IBackendProbe
{
    private const string Free =
        "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int - (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')";

    public bool TakesAddress => true;

    public string? WhyNot(int limit)
    {
        try
        {
            return Server.Target is { } target
                ? WhyNot(target, limit)
                : $"postgres: no server is named; set {Server.Variable} or give --backend postgres={Server.Form} (scripts/postgres start DIR starts a server and prints that)";
        }
        catch (ResultsException)
        {
            return $"postgres: what {Server.Variable} or --backend says cannot be read; expected {Server.Form}, with /, @, :, # and ? of a password percent-encoded";
        }
    }

    private static string? WhyNot(PostgresTarget target, int limit)
    {
        try
        {
            using var connection = new NpgsqlConnection(target.ConnectionString);
            connection.Open();
            if (!connection.QuerySingle<bool>("SELECT has_database_privilege(current_database(), 'CREATE')"))
            {
                return $"postgres: {target.Name}: this user may not make a schema; grant it CREATE on the database";
            }

            // This connection is free again by then, and the owner's takes its place.
            var free = connection.QuerySingle<int>(Free);
            return free >= limit
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"postgres: {target.Name} has {free} connections left and {limit} are needed; raise its max_connections or end others"
                );
        }
        catch (Exception error) when (PostgresErrors.IsOfServer(error))
        {
            return $"postgres: {target.Name} cannot be used ({PostgresErrors.Reason(error)}); see that the server runs and knows this user, or start one: scripts/postgres start DIR";
        }
    }
}
