using CliWrap;
using CliWrap.Buffered;
using Dapper;
using Npgsql;
using Xunit;

namespace Bench.Tests.Results.History;

/// <summary>A real server, started by <c>scripts/postgres</c>; it ends with the tests' process at the latest.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Name of the trait that tests with a server have.</summary>
    public const string Category = "Category";

    /// <summary>Value of that trait.</summary>
    public const string Postgres = "Postgres";

    private static readonly Lazy<Task<PostgresServer>> s_shared = new(StartAsync);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bench-postgres-{Guid.NewGuid():N}");

    private PostgresServer() { }

    /// <summary>URI of its first database, with the password.</summary>
    public string Uri { get; private set; } = "";

    /// <summary>The password that no output may show.</summary>
    public string Password => new Uri(Uri).UserInfo.Split(':')[1];

    /// <summary>The one that tests share which do not stop it; the test is skipped where there is no PostgreSQL.</summary>
    public static async Task<PostgresServer> SharedAsync()
    {
        await SkipWhenAbsentAsync();
        return await s_shared.Value;
    }

    /// <summary>One of a test's own; the test is skipped where there is no PostgreSQL.</summary>
    public static async Task<PostgresServer> OwnAsync()
    {
        await SkipWhenAbsentAsync();
        return await StartAsync();
    }

    /// <returns>URI of a new, empty database.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = await ConnectAsync();
        await connection.ExecuteAsync($"CREATE DATABASE {name}");
        return Uri.Replace("/postgres", $"/{name}", StringComparison.Ordinal);
    }

    /// <summary>An open connection, to the first database unless another's URI is given.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string? uri = null)
    {
        var at = new Uri(uri ?? Uri);
        var connection = new NpgsqlConnection(
            $"Host={at.Host};Port={at.Port};Username=bench;Password={Password};Database={at.AbsolutePath[1..]};Pooling=false"
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Starts it again with its data, or for the first time.</summary>
    public async Task RunAsync() =>
        Uri = (
            await ScriptAsync("start", _folder, "--until-exit", $"{Environment.ProcessId}", "--remove")
        ).Trim();

    /// <summary>Ends it as a crash would.</summary>
    public Task CrashAsync() => ScriptAsync("stop", _folder, "--now");

    public async ValueTask DisposeAsync() => await ScriptAsync("stop", _folder, "--now", "--remove");

    private static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        await server.RunAsync();
        return server;
    }

    private static async Task SkipWhenAbsentAsync()
    {
        var result = await Line("available").WithValidation(CommandResultValidation.None).ExecuteAsync();
        Assert.SkipUnless(result.IsSuccess, "PostgreSQL is not installed; scripts/postgres install does it");
    }

    private static async Task<string> ScriptAsync(params string[] arguments)
    {
        var result = await Line(arguments)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return result.IsSuccess
            ? result.StandardOutput
            : throw new InvalidOperationException($"scripts/postgres: {result.StandardError}");
    }

    private static Command Line(params string[] arguments) =>
        CliWrap
            .Cli.Wrap("bash")
            .WithArguments([Path.Combine(House.Root, "scripts", "postgres"), .. arguments]);
}
