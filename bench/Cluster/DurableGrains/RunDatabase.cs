using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace Bench.DurableGrains;

/// <summary>
/// A database of one run's own, with the tables that Orleans expects; it is dropped at the end. One whose process was ended before it
/// could do so is dropped by the next run: its lock on the server went with it.
/// </summary>
internal sealed class RunDatabase : IDisposable
{
    // Nodes inherit it from the process that made the database, which keeps the password out of command lines.
    private const string Variable = "BENCH_DURABLE_DATABASE";

    // scripts/postgres allows 40 in all.
    private const int ConnectionsOfNodes = 32;
    private const string Prefix = "bench_durable_";
    private const int MostDatabases = 1_000_000_000;

    // "dura" in ASCII, so that no other program's locks are met.
    private const int Locks = 0x64757261;
    private readonly PostgresServer _server;
    private readonly NpgsqlConnection _guard;

    private RunDatabase(PostgresServer server, NpgsqlConnection guard, string name)
    {
        (_server, _guard, Name) = (server, guard, name);
        AppDomain.CurrentDomain.ProcessExit += DropWithThisProcess;
    }

    public string Name { get; }

    /// <summary>
    /// Ids of the server's processes, one for each connection and those that write in the background; none when it is on another machine.
    /// </summary>
    public IReadOnlyList<int> Processes
    {
        get
        {
            try
            {
                return _server.IsHere ? Numbers(_guard, "SELECT pid FROM pg_stat_activity") : [];
            }
            catch (Exception error) when (HasGone(error))
            {
                // A server that has gone fails a request, and that says why.
                return [];
            }
        }
    }

    /// <summary>Connection string of a client.</summary>
    public string ForClient => Pooled(_server.ConnectionTo(Name), connections: 2);

    /// <summary>Connection string of a node: all nodes together have the connections that there are.</summary>
    /// <param name="nodes">How many nodes there are.</param>
    public static string ForNode(int nodes) =>
        Pooled(
            new(
                Environment.GetEnvironmentVariable(Variable)
                    ?? throw new InvalidOperationException(
                        $"{Variable} is not set: a durable node is started by its lane"
                    )
            ),
            ConnectionsOfNodes / nodes
        );

    /// <summary>Makes one.</summary>
    /// <exception cref="NpgsqlException">The server does not let it.</exception>
    public static RunDatabase Create(PostgresServer server)
    {
        var guard = server.Open();
        try
        {
            DropAbandoned(guard);
            var number = Random.Shared.Next(MostDatabases);
            Execute(guard, $"SELECT pg_advisory_lock({Locks}, {number})");
            var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");
            Execute(guard, $"CREATE DATABASE {name}");
            using (var inside = server.Open(name))
            {
                Execute(inside, Schema());
            }

            Environment.SetEnvironmentVariable(Variable, server.ConnectionTo(name).ConnectionString);
            return new(server, guard, name);
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    /// <summary>The stored state of every grain.</summary>
    public IReadOnlyList<byte[]> Payloads()
    {
        using var connection = _server.Open(Name);
        using var command = new NpgsqlCommand(
            "SELECT PayloadBinary FROM GrainState WHERE PayloadBinary IS NOT NULL",
            connection
        );
        using var reader = command.ExecuteReader();
        var payloads = new List<byte[]>();
        while (reader.Read())
        {
            payloads.Add(reader.GetFieldValue<byte[]>(0));
        }

        return payloads;
    }

    /// <summary>Drops it, and ends whatever is still connected.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= DropWithThisProcess;
        try
        {
            Execute(_guard, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        }
        catch (Exception error) when (HasGone(error))
        {
            // The server has gone; the next run on it drops the database.
        }

        _guard.Dispose();
    }

    // A connection that broke once answers everything after that with "not open", which names no server.
    private bool HasGone(Exception error) =>
        PostgresServer.IsOfServer(error) || _guard.State != ConnectionState.Open;

    private void DropWithThisProcess(object? sender, EventArgs arguments) => Dispose();

    private static string Pooled(NpgsqlConnectionStringBuilder builder, int connections)
    {
        (builder.Pooling, builder.MaxPoolSize) = (true, connections);
        // Orleans has some ten statements; prepared they are planned once.
        (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (20, 2);
        // No connection is given back in another state than it was taken in.
        builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }

    private static void DropAbandoned(NpgsqlConnection guard)
    {
        var abandoned = Numbers(
            guard,
            "SELECT substr(datname, length($1) + 1)::int FROM pg_database WHERE datname ~ ('^' || $1 || '[0-9]{1,9}$')",
            Prefix
        );
        foreach (var number in abandoned)
        {
            using var attempt = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, $2)", guard)
            {
                Parameters =
                {
                    new() { Value = Locks },
                    new() { Value = number },
                },
            };
            if (attempt.ExecuteScalar() is true)
            {
                Execute(guard, $"DROP DATABASE IF EXISTS {Prefix}{number} WITH (FORCE)");
                Execute(guard, $"SELECT pg_advisory_unlock({Locks}, {number})");
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The queries are ours.")]
    private static List<int> Numbers(NpgsqlConnection connection, string query, params object[] values)
    {
        using var command = new NpgsqlCommand(query, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        using var reader = command.ExecuteReader();
        var numbers = new List<int>();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt32(0));
        }

        return numbers;
    }

    private static string Schema()
    {
        using var resource = typeof(RunDatabase).Assembly.GetManifestResourceStream("Schema.sql")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    [SuppressMessage(
        "Security",
        "CA2100",
        Justification = "Names of databases cannot be parameters; these are ours."
    )]
    private static void Execute(NpgsqlConnection connection, string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
