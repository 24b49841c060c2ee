using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Bench.Databases;
using Bench.Measurement.Hosting;
using Bench.Measurement.Machine;
using Bench.Results.History;
using Dapper;
using Npgsql;
using Session = Bench.Databases.Session;

namespace Bench.Backend.Postgres;

/// <summary>
/// A schema of its own in the server's database, and a pool of as many connections as there may be calls at once. Its owner's
/// connection holds a lock by which others see that it is in use: what a killed process left is found by it and dropped.
/// </summary>
internal sealed class PostgresSchema : Database
{
    private const string Prefix = "bench_sample_";
    private const int PatienceSeconds = 10;
    private readonly PostgresTarget _target;
    private readonly NpgsqlConnection _owner;
    private readonly NpgsqlDataSource _pool;
    private readonly string _name;
    private bool _closed;

    /// <param name="limit">Connections of the pool.</param>
    /// <exception cref="LaneFailureException">The server cannot be used.</exception>
    public PostgresSchema(int limit)
    {
        _target =
            Server.Target
            ?? throw new LaneFailureException(
                $"postgres: no server is named; set {Server.Variable}={Server.Form}"
            );
        _owner = new(_target.ConnectionString);
        var key = RandomNumberGenerator.GetInt32(int.MaxValue);
        _name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{key}");
        var builder = new NpgsqlConnectionStringBuilder(_target.ConnectionString)
        {
            Pooling = true,
            MaxPoolSize = limit,
            SearchPath = _name,
            CommandTimeout = PatienceSeconds,
            MaxAutoPrepare = 20,
        };
        _pool = NpgsqlDataSource.Create(builder.ConnectionString);
        AtRest(connection =>
        {
            connection.Open();
            DropWhatWasLeft(connection);
            return connection.Execute(
                $"SELECT pg_advisory_lock({key}); CREATE SCHEMA {_name}; SET search_path = {_name}"
            );
        });
    }

    public override string Growing => "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    public override string? Locking => "FOR NO KEY UPDATE";

    protected override DbConnection Owner => _owner;

    // One for each connection, and those that write in the background. A server that has gone fails the next call, not this.
    public override IReadOnlyList<int> Processes
    {
        get
        {
            try
            {
                return LocalHost.Is(_owner.Host)
                    ? _owner.Query<int>("SELECT pid FROM pg_stat_activity").AsList()
                    : [];
            }
            catch (Exception error) when (PostgresErrors.IsOfServer(error))
            {
                return [];
            }
        }
    }

    public override void Run(bool writes, Func<Session, ValueTask> work)
    {
        using var connection = _pool.OpenConnection();
        work(new(connection, isAsynchronous: false)).AsTask().GetAwaiter().GetResult();
    }

    public override async ValueTask RunAsync(bool writes, Func<Session, ValueTask> work)
    {
        var connection = await _pool.OpenConnectionAsync().ConfigureAwait(false);
        await using var returned = connection.ConfigureAwait(false);
        await work(new(connection, isAsynchronous: true)).ConfigureAwait(false);
    }

    public override string Words(Exception error) =>
        $"postgres: {_target.Name} failed ({PostgresErrors.Reason(error)}); see that the server runs, then resume the run";

    public override void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _pool.Dispose();
        try
        {
            _owner.Execute($"DROP SCHEMA {_name} CASCADE");
        }
        catch (Exception error) when (PostgresErrors.IsOfServer(error) || error is InvalidOperationException)
        {
            // The server has gone, and with it whoever could drop it now: the next process does.
        }

        _owner.Dispose();
    }

    private static void DropWhatWasLeft(DbConnection connection)
    {
        var schemas = connection.Query<string>(
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE @Like",
            new { Like = $"{Prefix.Replace("_", @"\_", StringComparison.Ordinal)}%" }
        );
        foreach (var name in schemas)
        {
            if (
                int.TryParse(
                    name[Prefix.Length..],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var key
                )
                && connection.QuerySingle<bool>("SELECT pg_try_advisory_lock(@Key)", new { Key = (long)key })
            )
            {
                connection.Execute($"DROP SCHEMA IF EXISTS {Prefix}{key} CASCADE");
                connection.Execute($"SELECT pg_advisory_unlock({key})");
            }
        }
    }
}
