using Bench.Results;
using Bench.Results.History;
using Xunit;

namespace Bench.Tests.Results.History;

public sealed class MigrationsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Fact]
    public void They_are_numbered_without_a_gap() =>
        Assert.Equal(
            Enumerable.Range(1, Migrations.All.Steps.Count),
            Migrations.All.Steps.Select(step => step.Version)
        );

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_every_version_to_the_newest_what_is_kept_stays(string kind)
    {
        // Versions that are still to come, behind those of today.
        IReadOnlyList<Migration> steps =
        [
            .. Migrations.All.Steps,
            new(Migrations.All.Steps.Count + 1, "ALTER TABLE runs ADD COLUMN label TEXT"),
            new(Migrations.All.Steps.Count + 2, "CREATE TABLE labels (run_id INTEGER, image {bytes})"),
        ];
        for (var from = 0; from <= steps.Count; from++)
        {
            var database = await NewDatabaseAsync(kind, $"{from}.db");
            new Migrations([.. steps.Take(from)]).Bring(database);
            var hasTables = from >= Migrations.All.Steps.Count;
            if (hasTables)
            {
                new StoredRun().AddTo(new HistoryStore(database));
            }

            new Migrations(steps).Bring(database);
            new Migrations(steps).Bring(database);

            Assert.Equal(
                Enumerable.Range(1, steps.Count),
                database.Read(session =>
                    session.Query<int>("SELECT version FROM history_version ORDER BY version")
                )
            );
            Assert.Equal(
                hasTables ? ["first"] : [],
                new HistoryStore(database).Runs(RunFilter.All).Select(run => run.Run)
            );
            database.Write(session =>
                session.Query<int>("INSERT INTO labels (run_id) VALUES (1) RETURNING run_id").Single()
            );
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_step_that_fails_leaves_the_version_before(string kind)
    {
        var database = await NewDatabaseAsync(kind, "history.db");
        Migrations.All.Bring(database);
        IReadOnlyList<Migration> steps =
        [
            .. Migrations.All.Steps,
            new(
                Migrations.All.Steps.Count + 1,
                "CREATE TABLE half (id INTEGER); CREATE TABLE runs (id INTEGER)"
            ),
        ];

        Assert.Throws<ResultsException>(() => new Migrations(steps).Bring(database));

        Assert.DoesNotContain("half", database.Read(database.Tables));
        Migrations.All.Bring(database);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_who_begin_at_once_apply_each_step_once(string kind)
    {
        var database = await NewDatabaseAsync(kind, "history.db");

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrations.All.Bring(database)))
        );

        Assert.Equal(
            Migrations.All.Steps.Count,
            database.Read(session => session.Query<int>("SELECT version FROM history_version")).Count
        );
    }

    private async Task<IHistoryDatabase> NewDatabaseAsync(string kind, string file)
    {
        if (kind == "sqlite")
        {
            return new SqliteDatabase(_folder.In(file), TimeSpan.FromSeconds(10));
        }

        var server = await PostgresServer.SharedAsync();
        return new PostgresDatabase(
            PostgresTarget.Read(await server.NewDatabaseAsync()),
            RetryRule.Usual,
            _ => { }
        );
    }
}
