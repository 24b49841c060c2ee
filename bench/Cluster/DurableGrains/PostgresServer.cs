using System.Collections.Concurrent;
using Bench.Measurement.Machine;
using Npgsql;

namespace Bench.DurableGrains;

/// <summary>The PostgreSQL server that keeps the cluster's members and the grains' state.</summary>
internal sealed class PostgresServer
{
    /// <summary>Name of the environment variable that says where it is.</summary>
    public const string Variable = "BENCH_POSTGRES";

    private const string Form = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";
    private const int DefaultPort = 5432;
    private const int PatienceSeconds = 5;
    private static readonly string[] s_promises = ["fsync", "synchronous_commit", "full_page_writes"];
    private static readonly ConcurrentDictionary<string, string?> s_missing = new();
    private readonly NpgsqlConnectionStringBuilder _at;

    private PostgresServer(NpgsqlConnectionStringBuilder at) => _at = at;

    /// <summary>Why there is none to use here, looked for once for each that the environment names; null when there is.</summary>
    public static string? Missing =>
        s_missing.GetOrAdd(Environment.GetEnvironmentVariable(Variable) ?? "", WhyNot);

    /// <summary>Host and port, for a reader.</summary>
    public string Name => $"PostgreSQL at {_at.Host}:{_at.Port}";

    /// <summary>True when it runs on this machine.</summary>
    public bool IsHere => LocalHost.Is(_at.Host);

    /// <summary>The one that the environment names.</summary>
    /// <exception cref="FormatException">It names none.</exception>
    public static PostgresServer OfEnvironment() => Read(Environment.GetEnvironmentVariable(Variable));

    /// <summary>A server from its URI.</summary>
    /// <exception cref="FormatException">It is none; the message does not repeat it, for it may hold a password.</exception>
    public static PostgresServer Read(string? uri) =>
        string.IsNullOrWhiteSpace(uri)
            ? throw new FormatException(
                $"no PostgreSQL named: scripts/postgres install installs it, export {Variable}=\"$(scripts/postgres start DIR)\" starts and names it"
            )
            : new(Parts(uri));

    /// <summary>Why a server cannot be used; null when it can.</summary>
    public static string? WhyNot(string? uri)
    {
        PostgresServer server;
        try
        {
            server = Read(uri);
        }
        catch (FormatException error)
        {
            return error.Message;
        }

        try
        {
            return server.BrokenPromise();
        }
        catch (Exception error) when (IsOfServer(error))
        {
            return $"{server.Name}, which {Variable} names, cannot be used ({Words(error)}); see that it runs and that user and password are right";
        }
    }

    /// <summary>True for what the driver throws when it is the server or the network that fails.</summary>
    public static bool IsOfServer(Exception error) =>
        error is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException;

    /// <summary>Why something failed, in one line: a server that has gone is the reason, whatever became of a request.</summary>
    public static string Reason(Exception error) =>
        WhyNot(Environment.GetEnvironmentVariable(Variable)) ?? Words(error.GetBaseException());

    /// <summary>Connection string of one of its databases, without a pool; of the one that the URI names when none is given.</summary>
    public NpgsqlConnectionStringBuilder ConnectionTo(string? database = null) =>
        new(_at.ConnectionString) { Database = database ?? _at.Database };

    /// <summary>An open connection.</summary>
    public NpgsqlConnection Open(string? database = null)
    {
        var connection = new NpgsqlConnection(ConnectionTo(database).ConnectionString);
        connection.Open();
        return connection;
    }

    // A server that acknowledges what it has not written would make every durable figure a lie.
    private string? BrokenPromise()
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(
            "SELECT name FROM pg_settings WHERE setting IN ('off', 'local') AND name = ANY($1)",
            connection
        )
        {
            Parameters = { new() { Value = s_promises } },
        };
        return command.ExecuteScalar() is string broken
            ? $"{Name} is not durable: {broken} is not on; turn it on"
            : null;
    }

    private static NpgsqlConnectionStringBuilder Parts(string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("postgresql" or "postgres")
            || uri.AbsolutePath.Contains('@', StringComparison.Ordinal)
        )
        {
            throw new FormatException($"{Variable} cannot be read; expected {Form}");
        }

        var user = uri.UserInfo.Split(':', 2);
        return new()
        {
            Host = uri.Host.Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database =
                uri.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(uri.AbsolutePath[1..]) : "postgres",
            Username = Uri.UnescapeDataString(user[0]),
            Password = user is [_, var password] ? Uri.UnescapeDataString(password) : null,
            ApplicationName = "bench durable grains",
            Timeout = PatienceSeconds,
            Pooling = false,
        };
    }

    private static string Words(Exception error) =>
        (error is PostgresException answer ? answer.MessageText : error.Message).ReplaceLineEndings(" ");
}
