using Bench.Results;
using Bench.Results.History;
using Dapper;
using Xunit;

namespace Bench.Tests.Results.History;

/// <summary>A server that is away, dies midway, or has something else: one line, nothing half written, no password.</summary>
[Trait(PostgresServer.Category, PostgresServer.Postgres)]
public sealed class PostgresHistoryErrorsTests
{
    private static readonly RetryRule s_quick = new(3, TimeSpan.FromMilliseconds(20));

    private readonly List<string> _notices = [];

    [Fact]
    public void A_server_that_is_away_is_tried_some_times_and_then_told()
    {
        var error = Assert.Throws<ResultsException>(() =>
            Open("postgresql://anna:s3cr3t@127.0.0.1:1/bench", s_quick)
        );

        Assert.StartsWith(
            "postgresql://anna@127.0.0.1:1/bench does not answer (Failed to connect to 127.0.0.1:1; 3 tries)",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, _notices.Count);
        Assert.EndsWith("try 3 of 3 follows", _notices[1], StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", error + string.Concat(_notices), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_has_no_address_is_told() =>
        Assert.StartsWith(
            "postgresql://nowhere.invalid:5432/bench does not answer (",
            Assert
                .Throws<ResultsException>(() => Open("postgresql://nowhere.invalid/bench", s_quick))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_wrong_password_is_told_at_once_and_not_shown()
    {
        var server = await PostgresServer.SharedAsync();
        var wrong = server.Uri.Replace(server.Password, "s3cr3t", StringComparison.Ordinal);

        var error = Assert.Throws<ResultsException>(() => Open(wrong, s_quick));

        Assert.EndsWith(
            "the server refuses this user or password; check the connection string",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_at_once()
    {
        var server = await PostgresServer.SharedAsync();

        Assert.EndsWith(
            "there is no such database; make it with createdb, then repeat the command",
            Assert.Throws<ResultsException>(() => Open($"{server.Uri}nowhere", s_quick)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_foreign_database_is_refused_and_left_alone()
    {
        var server = await PostgresServer.SharedAsync();
        var uri = await server.NewDatabaseAsync();
        await RunAsync(server, uri, "CREATE TABLE invoices (id INTEGER)");

        Assert.EndsWith(
            "is no history but a database of something else (its tables: invoices); give another file or database",
            Assert.Throws<ResultsException>(() => Open(uri, s_quick)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_history_of_a_newer_suite_is_refused()
    {
        var server = await PostgresServer.SharedAsync();
        var uri = await server.NewDatabaseAsync();
        Open(uri, s_quick);
        await RunAsync(server, uri, "INSERT INTO history_version (version, applied_at) VALUES (99, '')");

        Assert.Contains(
            "has schema version 99, but this suite knows up to",
            Assert.Throws<ResultsException>(() => Open(uri, s_quick)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_dies_midway_and_comes_back_has_the_run_once()
    {
        await using var server = await PostgresServer.OwnAsync();
        var uri = await server.NewDatabaseAsync();
        var adding = await CrashMidwayAsync(server, uri, RetryRule.Usual);

        await server.RunAsync();

        Assert.Equal(new AddedRun(4, 0), await adding);
        Assert.NotEmpty(_notices);
        Assert.Equal(4, Assert.Single(Open(uri, s_quick).Runs(RunFilter.All)).Samples);
    }

    [Fact]
    public async Task A_server_that_dies_midway_for_good_has_nothing_half_written()
    {
        await using var server = await PostgresServer.OwnAsync();
        var uri = await server.NewDatabaseAsync();
        var adding = await CrashMidwayAsync(server, uri, s_quick);

        var error = await Assert.ThrowsAsync<ResultsException>(() => adding);

        Assert.Contains(
            "3 tries); what was under way was not written",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain(server.Password, error + string.Concat(_notices), StringComparison.Ordinal);
        await server.RunAsync();
        Assert.Empty(Open(uri, s_quick).Runs(RunFilter.All));
        Assert.Empty(Open(uri, s_quick).Catalogue().Cases);
        Assert.Equal(new AddedRun(4, 0), new StoredRun().AddTo(Open(uri, s_quick)));
    }

    /// <summary>Begins to add a run, holds it up at its last table, and ends the server there.</summary>
    private async Task<Task<AddedRun>> CrashMidwayAsync(PostgresServer server, string uri, RetryRule rule)
    {
        var store = Open(uri, rule);
        await using var connection = await server.ConnectAsync(uri);
        await connection.ExecuteAsync("BEGIN; LOCK TABLE metric_values IN ACCESS EXCLUSIVE MODE");
        var adding = Task.Run(() => new StoredRun().AddTo(store));
        while (
            await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM pg_locks WHERE NOT granted") == 0
            && !adding.IsCompleted
        )
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.False(adding.IsCompleted, "the run was added before the server could be stopped");
        await server.CrashAsync();
        return adding;
    }

    private static async Task RunAsync(PostgresServer server, string uri, string sql)
    {
        await using var connection = await server.ConnectAsync(uri);
        await connection.ExecuteAsync(sql);
    }

    private IHistoryStore Open(string uri, RetryRule rule) => Histories.OpenServer(uri, rule, _notices.Add);
}
