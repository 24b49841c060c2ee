using System.Text.Json;
using Bench.DurableGrains;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;
using Bench.Results;
using CliWrap;
using Dapper;
using Npgsql;
using Xunit;
using Server = Bench.Tests.Results.History.PostgresServer;

namespace Bench.Tests.Cluster;

/// <summary>The model's program on a real server, as a run starts it.</summary>
[Collection(Alone.Name)]
[Trait(Server.Category, Server.Postgres)]
public sealed class DurableLaneTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-durable-");
    private Server? _server;

    public static TheoryData<string, string, string> Cases { get; } =
        new() { { "inventory", "users", "50" }, { "payments", "ratePerSecond", "50" } };

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_sample_is_correct_and_leaves_neither_database_nor_process(
        string workload,
        string load,
        string much
    )
    {
        _server = await Server.OwnAsync();

        var sample = await SampleAsync(workload, (load, much), ("measuredMilliseconds", "500"));

        Assert.Equal(SampleStatus.Measured, sample.Status);
        Assert.Equal(sample.Operations.Intended, sample.Operations.Completed);
        Assert.True(sample.Metrics["node1Requests"] + sample.Metrics["node2Requests"] > 0);
        Assert.True(sample.Metrics["backendProcessorSeconds"] > 0, "PostgreSQL's processor time is not told");
        Assert.Empty(await DatabasesAsync());
        Assert.Empty(Nodes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    public async Task A_server_that_dies_under_load_is_said_in_one_line(int millisecondsIntoTheLoad)
    {
        _server = await Server.OwnAsync();
        var sampling = SampleAsync("payments", ("ratePerSecond", "50"), ("measuredMilliseconds", "10000"));
        await UntilWrittenAsync();
        await Task.Delay(millisecondsIntoTheLoad, TestContext.Current.CancellationToken);

        await _server.CrashAsync();

        var sample = await sampling;
        Assert.Equal(SampleStatus.Crashed, sample.Status);
        var reason = Assert.Single(sample.InvalidBecause);
        Assert.Contains("PostgreSQL", reason, StringComparison.Ordinal);
        Assert.Contains("see that", reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason);
        Assert.DoesNotContain(_server.Password, reason, StringComparison.Ordinal);
        Assert.Empty(Nodes());
    }

    private async Task<Sample> SampleAsync(string workload, params (string Name, string Value)[] parameters)
    {
        var (request, sample) = (PathOf("request.json"), PathOf("sample.json"));
        var planned = new PlannedCase
        {
            Case = workload,
            Workload = workload,
            Model = "durable",
            Variant = VariantName.Default,
            Terms = "equal",
            Parameters = new(parameters.Select(item => KeyValuePair.Create(item.Name, item.Value))),
            Configuration = ParameterSet.Empty,
            LimitSeconds = s_patience.TotalSeconds,
        };
        await File.WriteAllBytesAsync(
            request,
            JsonSerializer.SerializeToUtf8Bytes(
                new SampleRequest(planned, Seed: 1, sample),
                HostingJson.Default.SampleRequest
            ),
            TestContext.Current.CancellationToken
        );
        using var patience = new CancellationTokenSource(s_patience);
        var process = await CliWrap
            .Cli.Wrap(DotnetProgram.Host)
            .WithArguments([typeof(Inventory).Assembly.Location, "--sample", request])
            .WithEnvironmentVariables(variables => variables.Set(PostgresServer.Variable, _server!.Uri))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(patience.Token);
        Assert.InRange(process.ExitCode, 0, 1);
        return JsonSerializer.Deserialize(
            await File.ReadAllBytesAsync(sample, patience.Token),
            ResultsJson.Default.Sample
        )!;
    }

    private async Task UntilWrittenAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!await HasWrittenAsync())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    // Before the load every grain is written four times.
    private async Task<bool> HasWrittenAsync()
    {
        if (await DatabasesAsync() is not [var name])
        {
            return false;
        }

        await using var connection = await _server!.ConnectAsync(
            _server.Uri.Replace("/postgres", $"/{name}", StringComparison.Ordinal)
        );
        try
        {
            return await connection.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM GrainState WHERE Version > 4)"
            );
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> DatabasesAsync()
    {
        await using var connection = await _server!.ConnectAsync();
        return
        [
            .. await connection.QueryAsync<string>(
                "SELECT datname::text FROM pg_database WHERE datname LIKE 'bench%'"
            ),
        ];
    }

    // They inherit the password of this test's own server.
    private List<string> Nodes() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(process =>
                    EnvironmentOf(process).Contains(_server!.Password, StringComparison.Ordinal)
                ),
        ];

    private static string EnvironmentOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
