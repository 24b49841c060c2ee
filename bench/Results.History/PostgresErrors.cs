using System.Net.Sockets;
using Npgsql;

namespace Bench.Results.History;

/// <summary>Failures of a server as words, and which of them may pass.</summary>
internal static class PostgresErrors
{
    /// <summary>True when the same may work in a moment: the server went away, is starting, or another transaction came between.</summary>
    public static bool MayPass(Exception error) =>
        error is SocketException or TimeoutException or IOException
        || error is NpgsqlException { IsTransient: true }
        || StateOf(error)
            is PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.SerializationFailure;

    /// <summary>True for what the driver throws when it is the server or the network that fails.</summary>
    public static bool IsOfServer(Exception error) =>
        error is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <summary>The error in one line that says where, and what to do next.</summary>
    public static string Words(Exception error, string name, int tries) =>
        StateOf(error) switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{name}: the server refuses this user or password; check the connection string",
            PostgresErrorCodes.InvalidCatalogName =>
                $"{name}: there is no such database; make it with createdb, then repeat the command",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"{name}: this user may not do that ({Reason(error)}); grant it, or give another user",
            _ when MayPass(error) =>
                $"{name} does not answer ({Reason(error)}; {tries} tries); what was under way was not written; see that the server runs, then repeat the command",
            _ => $"{name} cannot be used ({Reason(error)}); nothing was written",
        };

    /// <summary>What the server or the network said, in one line.</summary>
    public static string Reason(Exception error) =>
        (error is PostgresException answer ? answer.MessageText : error.Message).ReplaceLineEndings(" ");

    private static string? StateOf(Exception error) => (error as PostgresException)?.SqlState;
}
