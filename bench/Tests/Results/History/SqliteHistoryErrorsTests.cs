using Bench.Results;
using Bench.Results.History;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Bench.Tests.Results.History;

/// <summary>Files that cannot be a history are refused in one line, and are left as they were.</summary>
public sealed class SqliteHistoryErrorsTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.In("history.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_history_that_is_not_there_is_not_made_by_reading()
    {
        Assert.StartsWith(
            $"{Path}: there is no history yet; begin it with",
            Refusal(create: false),
            StringComparison.Ordinal
        );

        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void A_folder_is_no_history() =>
        Assert.Equal(
            $"{_folder.Path} is a folder; give a file for the history",
            Assert
                .Throws<ResultsException>(() => Histories.OpenFile(_folder.Path, create: true, s_patience))
                .Message
        );

    [Fact]
    public void A_foreign_database_is_refused_and_left_alone()
    {
        Sql("CREATE TABLE invoices (id INTEGER); CREATE TABLE customers (id INTEGER)");
        var before = File.ReadAllBytes(Path);

        Assert.Equal(
            $"{Path} is no history but a database of something else (its tables: customers, invoices); give another file or database",
            Refusal()
        );
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void A_history_of_a_newer_suite_is_refused_and_left_alone()
    {
        Histories.OpenFile(Path, create: true, s_patience);
        Sql("INSERT INTO history_version (version, applied_at) VALUES (99, '')");

        Assert.Equal(
            $"{Path} has schema version 99, but this suite knows up to {Migrations.All.Steps.Count}; use the version of the suite that wrote it, or a newer one",
            Refusal()
        );
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Path, new string('x', 5_000));

        Assert.Equal($"{Path} is no history (not an SQLite file); give another file", Refusal());
    }

    [Fact]
    public void A_damaged_file_is_told_when_it_is_read()
    {
        for (var day = 0; day < 20; day++)
        {
            new StoredRun { Run = $"r{day}", Day = day }.AddTo(
                Histories.OpenFile(Path, create: true, s_patience)
            );
        }

        Damage();

        var error = Assert.Throws<ResultsException>(() =>
        {
            var store = Histories.OpenFile(Path, create: false, s_patience);
            foreach (var run in store.Runs(RunFilter.All))
            {
                store.Load(run);
            }

            store.Series(new());
        });
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_locked_file_is_waited_for_and_then_told()
    {
        Histories.OpenFile(Path, create: true, s_patience);
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);

        var store = Histories.OpenFile(Path, create: true, s_patience);
        var error = Assert.Throws<ResultsException>(() => new StoredRun().AddTo(store));

        Assert.Equal(
            $"{Path} is locked by another process (1 s waited); let that one end, then repeat the command",
            error.Message
        );
    }

    private string Refusal(bool create = true) =>
        Assert.Throws<ResultsException>(() => Histories.OpenFile(Path, create, s_patience)).Message;

    private void Sql(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        connection.Open();
        return connection;
    }

    // All but the first page, which has the schema.
    private void Damage()
    {
        var bytes = File.ReadAllBytes(Path);
        Array.Fill(bytes, (byte)0xFF, 4096, bytes.Length - 4096);
        File.WriteAllBytes(Path, bytes);
    }
}
