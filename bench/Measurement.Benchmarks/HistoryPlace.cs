using CliWrap;
using CliWrap.Buffered;
using Dapper;
using Npgsql;

namespace Bench.Measurement.Benchmarks;

/// <summary>Where a benchmark's history is: a file, or a server that <c>scripts/postgres</c> starts.</summary>
internal sealed class HistoryPlace
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bench-history-{Guid.NewGuid():N}");

    private readonly string? _server;
    private int _made;

    /// <param name="kind"><c>sqlite</c> or <c>postgres</c>.</param>
    public HistoryPlace(string kind)
    {
        if (kind == "postgres")
        {
            _server = Script("start", _folder).Trim();
        }
        else
        {
            Directory.CreateDirectory(_folder);
        }
    }

    /// <summary>A history with nothing in it, as <c>--history</c> names it.</summary>
    public string New()
    {
        _made++;
        if (_server is null)
        {
            return Path.Combine(_folder, $"{_made}.db");
        }

        var at = new Uri(_server);
        var password = at.UserInfo.Split(':')[1];
        using var connection = new NpgsqlConnection(
            $"Host={at.Host};Port={at.Port};Username=bench;Password={password};Database=postgres;Pooling=false"
        );
        connection.Open();
        connection.Execute($"CREATE DATABASE history{_made}");
        return _server.Replace("/postgres", $"/history{_made}", StringComparison.Ordinal);
    }

    public void Delete()
    {
        if (_server is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
        else
        {
            Script("stop", _folder, "--remove");
        }
    }

    private static string Script(params string[] arguments) =>
        Cli.Wrap("bash")
            .WithArguments([Path.Combine(LargeRun.Repository, "scripts", "postgres"), .. arguments])
            .ExecuteBufferedAsync()
            .GetAwaiter()
            .GetResult()
            .StandardOutput;
}
