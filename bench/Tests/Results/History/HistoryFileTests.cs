using System.Text;
using Bench.Results;
using Bench.Results.History;
using Xunit;

namespace Bench.Tests.Results.History;

public sealed class HistoryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("history.ndjson")]
    [InlineData("history.ndjson.gz")]
    public void A_history_is_exported_and_imported_exactly(string name)
    {
        var store = Filled("a.db");
        var copy = Empty("b.db");

        Assert.Equal(new HistoryTotals(2, 10), HistoryFile.Export(store, _folder.In(name)));
        Assert.Equal(
            (new HistoryTotals(2, 10), 10),
            HistoryFile.Import(copy, _folder.In(name), StoredRun.Throughputs)
        );
        Assert.Equal(
            (new HistoryTotals(2, 10), 0),
            HistoryFile.Import(copy, _folder.In(name), StoredRun.Throughputs)
        );

        HistoryFile.Export(copy, _folder.In($"again-{name}"));
        Assert.Equal(File.ReadAllBytes(_folder.In(name)), File.ReadAllBytes(_folder.In($"again-{name}")));
        Assert.Equal(Values(store), Values(copy));
    }

    [Fact]
    [Trait(PostgresServer.Category, PostgresServer.Postgres)]
    public async Task It_goes_to_a_server_and_back_exactly()
    {
        var server = await PostgresServer.SharedAsync();
        var store = Filled("a.db");
        var remote = Histories.Open(await server.NewDatabaseAsync(), create: true, _ => { });
        var back = Empty("b.db");

        HistoryFile.Export(store, _folder.In("1.gz"));
        HistoryFile.Import(remote, _folder.In("1.gz"), StoredRun.Throughputs);
        HistoryFile.Export(remote, _folder.In("2.gz"));
        HistoryFile.Import(back, _folder.In("2.gz"), StoredRun.Throughputs);
        HistoryFile.Export(back, _folder.In("3.gz"));

        Assert.Equal(Bytes("1.gz"), Bytes("2.gz"));
        Assert.Equal(Bytes("1.gz"), Bytes("3.gz"));
        Assert.Equal(Values(store), Values(remote));
        Assert.Equal(Values(store), Values(back));
    }

    [Fact]
    public void A_file_cut_off_at_any_line_adds_nothing()
    {
        HistoryFile.Export(Filled("a.db"), _folder.In("whole"));
        var lines = File.ReadAllLines(_folder.In("whole"));
        var copy = Empty("b.db");

        for (var count = 1; count < lines.Length; count++)
        {
            File.WriteAllLines(_folder.In("cut"), lines.Take(count));
            Assert.Contains("was cut off", Refusal(copy, "cut"), StringComparison.Ordinal);
        }

        Assert.Empty(copy.Runs(RunFilter.All));
    }

    [Fact]
    public void A_compressed_file_cut_off_anywhere_adds_nothing()
    {
        HistoryFile.Export(Filled("a.db"), _folder.In("whole.gz"));
        var bytes = File.ReadAllBytes(_folder.In("whole.gz"));
        var copy = Empty("b.db");

        for (var length = 0; length < bytes.Length - 8; length += bytes.Length / 10)
        {
            File.WriteAllBytes(_folder.In("cut.gz"), bytes[..length]);
            Assert.DoesNotContain('\n', Refusal(copy, "cut.gz"));
        }

        Assert.Empty(copy.Runs(RunFilter.All));
    }

    [Theory]
    [InlineData("", "was cut off")]
    [InlineData("{\"schemaVersion\":1}", "is no exported history")]
    [InlineData("<html>", ":1: not a line of an exported history")]
    [InlineData("{\"history\":{\"schemaVersion\":99}}", ":1: a schema version that this suite does not read")]
    [InlineData("{\"history\":{\"schemaVersion\":1}}\nnull", ":2: not a line of an exported history")]
    public void What_is_no_export_is_refused(string text, string reason)
    {
        File.WriteAllText(_folder.In("file"), text, Encoding.UTF8);

        Assert.Contains(reason, Refusal(Empty("b.db"), "file"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.EndsWith(
            "there is no such file; give one that history export wrote",
            Refusal(Empty("b.db"), "nowhere"),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_export_replaces_an_export_and_nothing_else()
    {
        var store = Filled("a.db");
        HistoryFile.Export(store, _folder.In("out"));
        HistoryFile.Export(store, _folder.In("out"));

        var error = Assert.Throws<ResultsException>(() => HistoryFile.Export(store, _folder.In("a.db")));

        Assert.Equal(
            $"{_folder.In("a.db")} is there and no exported history; give another name",
            error.Message
        );
        Assert.Equal(2, store.Runs(RunFilter.All).Count);
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(_folder.In(name));

    private string Refusal(IHistoryStore store, string name) =>
        Assert
            .Throws<ResultsException>(() =>
                HistoryFile.Import(store, _folder.In(name), StoredRun.Throughputs)
            )
            .Message;

    private IHistoryStore Empty(string name) =>
        Histories.OpenFile(_folder.In(name), create: true, TimeSpan.FromSeconds(10));

    private IHistoryStore Filled(string name)
    {
        var store = Empty(name);
        new StoredRun
        {
            Run = "b",
            Day = 2,
            Machine = "there",
            Commit = null,
        }.AddTo(store);
        new StoredRun { Run = "a", Day = 1 }.AddTo(store);
        new StoredRun
        {
            Run = "a",
            Day = 1,
            Rounds = 3,
        }.AddTo(store);
        return store;
    }

    private static IEnumerable<string> Values(IHistoryStore store) =>
        store
            .Series(new())
            .SelectMany(series =>
                series.Points.SelectMany(point =>
                    point
                        .Values.OrderBy(pair => pair.Key)
                        .Select(pair =>
                            $"{series.Case} {series.Metric} {series.Machine} {point.Run} {point.StartedAt:O} {point.Commit} {pair.Key} {pair.Value:R}"
                        )
                )
            );
}
