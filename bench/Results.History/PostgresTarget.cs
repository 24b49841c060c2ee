using System.Text.RegularExpressions;
using Npgsql;

namespace Bench.Results.History;

/// <summary>Which PostgreSQL database, read from a URI or a connection string. Nothing that it says has the password in it.</summary>
internal sealed partial class PostgresTarget
{
    private const int ConnectSeconds = 5;
    private const string Forms =
        "postgresql://USER:PASSWORD@HOST:5432/DATABASE or \"Host=HOST;Username=USER;Password=PASSWORD;Database=DATABASE\"";

    private PostgresTarget(NpgsqlConnectionStringBuilder builder)
    {
        var user = builder.Username is { Length: > 0 } name ? $"{name}@" : "";
        Name = $"postgresql://{user}{builder.Host}:{builder.Port}/{builder.Database}";
        // A verb has a connection or two; a pool would keep those of a server that was started anew.
        builder.Pooling = false;
        builder.ApplicationName ??= "bench";
        if (builder.Timeout == new NpgsqlConnectionStringBuilder().Timeout)
        {
            builder.Timeout = ConnectSeconds;
        }

        ConnectionString = builder.ConnectionString;
    }

    /// <summary>For a reader.</summary>
    public string Name { get; }

    /// <summary>For the driver: it has the password.</summary>
    public string ConnectionString { get; }

    /// <summary>True when the text means a server, not a file.</summary>
    public static bool IsMeant(string text) =>
        text.Contains("://", StringComparison.Ordinal) || Keyword().IsMatch(text);

    /// <exception cref="ResultsException">It cannot be read; the message does not repeat it, for it may hold a password.</exception>
    public static PostgresTarget Read(string text)
    {
        try
        {
            var builder = text.Contains("://", StringComparison.Ordinal) ? OfUri(new Uri(text)) : new(text);
            return builder is { Host.Length: > 0, Database.Length: > 0 }
                ? new(builder)
                : throw new FormatException("no host or no database");
        }
        // What the parsers say may repeat a piece of a password.
        catch (Exception error)
            when (error
                    is ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or NotSupportedException
                        or OverflowException
            )
        {
            throw new ResultsException(
                $"the history's connection string cannot be read; expected a file, {Forms} (with /, @, :, # and ? of a password percent-encoded in the first form)"
            );
        }
    }

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        // A password with a bare / or # in it moves everything that follows to the wrong place.
        if (
            uri.Scheme is not ("postgresql" or "postgres")
            || uri.AbsolutePath.Contains('@', StringComparison.Ordinal)
            || uri.Fragment.Length > 0
        )
        {
            throw new FormatException("another scheme, or a password that is not percent-encoded");
        }

        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Trim('[', ']'),
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            builder.Username = Uri.UnescapeDataString(user);
            builder.Password = password is [var secret] ? Uri.UnescapeDataString(secret) : null;
        }

        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            builder[KeywordOf(option.Split('=')[0])] = option.Split('=', 2) is [_, var value]
                ? Uri.UnescapeDataString(value)
                : throw new FormatException("an option without a value");
        }

        return builder;
    }

    // libpq's names for what Npgsql calls otherwise.
    private static string KeywordOf(string name) =>
        name switch
        {
            "sslmode" => "SSL Mode",
            "sslrootcert" => "Root Certificate",
            "sslcert" => "SSL Certificate",
            "sslkey" => "SSL Key",
            "application_name" => "Application Name",
            "connect_timeout" => "Timeout",
            "options" => "Options",
            _ => name,
        };

    [GeneratedRegex(
        @"^[^/\\\s]+:[^/\\]*@|(^|;)\s*(host|server|port|database|db|user ?name|user ?id|uid|user|password|pwd|psw|passfile)\s*=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Keyword();
}
