using System.Text.Json;
using Bench.Results;
using Bench.Results.History;
using Bench.Tests.Cli;
using Xunit;

namespace Bench.Tests.Results.History;

/// <summary>What every history does, whatever database keeps it.</summary>
public abstract class HistoryStoreContract : IAsyncLifetime
{
    private string _target = "";

    /// <summary>A target that has nothing in it yet.</summary>
    protected abstract Task<string> NewTargetAsync();

    public async ValueTask InitializeAsync() => _target = await NewTargetAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    private IHistoryStore Open() => Histories.Open(_target, create: true, _ => { });

    [Fact]
    public void A_new_history_is_empty()
    {
        var store = Open();

        Assert.Empty(store.Runs(RunFilter.All));
        Assert.Empty(store.Series(new()));
        Assert.Empty(store.Catalogue().Cases);
    }

    [Fact]
    public void A_run_is_read_back_as_it_was()
    {
        var run = new StoredRun
        {
            Cases = [MadeUpRun.Case("threads"), MadeUpRun.Case("threads") with { Replica = 1 }],
        };

        Assert.Equal(new AddedRun(4, 0), run.AddTo(Open()));

        var store = Open();
        var recorded = Assert.Single(store.Runs(RunFilter.All));
        var (manifest, samples) = store.Load(recorded);
        Assert.Equal(Json(run.Manifest), Json(manifest));
        Assert.Equal(
            run.Samples.OrderBy(sample => sample.Round).ThenBy(sample => sample.Replica).Select(Json),
            samples.Select(Json)
        );
        Assert.Equal(
            (run.Run, run.Manifest.StartedAt, "smoke", "abc", 1ul, 2, "here", 4, 4),
            (
                recorded.Run,
                recorded.StartedAt,
                recorded.Preset,
                recorded.Commit,
                recorded.Seed,
                recorded.Rounds,
                recorded.Machine,
                recorded.Samples,
                recorded.Valid
            )
        );
        Assert.Contains("processors", recorded.MachineWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_a_run_twice_adds_nothing()
    {
        var run = new StoredRun();
        run.AddTo(Open());
        var before = Json(Open());

        Assert.Equal(new AddedRun(0, 4), run.AddTo(Open()));

        Assert.Equal(before, Json(Open()));
    }

    [Fact]
    public void A_run_that_has_grown_adds_what_is_new()
    {
        new StoredRun().AddTo(Open());

        Assert.Equal(new AddedRun(2, 4), new StoredRun { Rounds = 3 }.AddTo(Open()));

        var store = Open();
        Assert.Equal(3, Assert.Single(store.Runs(RunFilter.All)).Rounds);
        var point = Assert.Single(store.Series(new() { Metric = "throughput" })[0].Points);
        Assert.Equal([1, 2, 3], point.Values.Keys.Order());
        Assert.Equal(3, store.Load(store.Runs(RunFilter.All)[0]).Manifest.Rounds);
    }

    [Fact]
    public void An_older_copy_of_a_grown_run_takes_nothing_away()
    {
        new StoredRun { Rounds = 3 }.AddTo(Open());
        var before = Json(Open());

        Assert.Equal(new AddedRun(0, 6), new StoredRun().AddTo(Open()));

        Assert.Equal(before, Json(Open()));
    }

    [Fact]
    public void What_later_rounds_take_out_leaves_its_series()
    {
        var run = new StoredRun();
        run.AddTo(Open());

        var grown = run with { Rounds = 3 };
        Open()
            .Add(
                grown.Manifest,
                grown.Samples.FindAll(sample => sample.Round == 3),
                (manifest, samples) =>
                    StoredRun.Throughputs(manifest, samples).Where(value => value.Round != samples[0].Round)
            );

        Assert.All(
            Open().Series(new() { Metric = "throughput" }),
            series => Assert.Equal([2, 3], series.Points.Single().Values.Keys.Order())
        );
    }

    [Fact]
    public void The_same_id_begun_at_another_time_is_another_run()
    {
        new StoredRun().AddTo(Open());

        Assert.Equal(new AddedRun(4, 0), new StoredRun { Day = 1, Machine = "there" }.AddTo(Open()));

        Assert.Equal(["here", "there"], Open().Runs(RunFilter.All).Select(run => run.Machine));
    }

    [Fact]
    public void A_run_that_is_there_of_another_machine_is_refused_and_changes_nothing()
    {
        new StoredRun().AddTo(Open());
        var before = Json(Open());

        var error = Assert.Throws<ResultsException>(() =>
            new StoredRun { Machine = "there", Rounds = 3 }.AddTo(Open())
        );

        Assert.StartsWith("run first is in ", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Json(Open()));
    }

    [Fact]
    public void Series_are_oldest_first_by_case_metric_and_machine()
    {
        new StoredRun
        {
            Run = "c",
            Day = 3,
            Throughput = 3_000,
        }.AddTo(Open());
        new StoredRun { Run = "a", Day = 1 }.AddTo(Open());
        new StoredRun
        {
            Run = "b",
            Day = 2,
            Machine = "there",
        }.AddTo(Open());

        var all = Open().Series(new());

        Assert.Equal(
            [
                ("w/tasks/equal/users=500", "ownMicroseconds", "here"),
                ("w/tasks/equal/users=500", "ownMicroseconds", "there"),
                ("w/tasks/equal/users=500", "throughput", "here"),
                ("w/tasks/equal/users=500", "throughput", "there"),
                ("w/threads/equal/users=500", "ownMicroseconds", "here"),
                ("w/threads/equal/users=500", "ownMicroseconds", "there"),
                ("w/threads/equal/users=500", "throughput", "here"),
                ("w/threads/equal/users=500", "throughput", "there"),
            ],
            all.Select(series => (series.Case, series.Metric, series.Machine))
        );
        Assert.Equal(["a", "c"], all[2].Points.Select(point => point.Run));
        Assert.Equal(3_002, all[2].Points[1].Values[2]);
        Assert.Equal(0.1 + 0.2, all[0].Points[0].Values[1]);
        Assert.Equal(("abc", "w"), (all[2].Points[0].Commit, all[2].Workload));
    }

    [Fact]
    public void Series_are_asked_for_by_case_workload_metric_machine_and_time()
    {
        new StoredRun { Run = "a", Day = 1 }.AddTo(Open());
        new StoredRun
        {
            Run = "b",
            Day = 2,
            Machine = "there",
        }.AddTo(Open());
        new StoredRun { Run = "c", Day = 3 }.AddTo(Open());
        var since = new StoredRun { Day = 3 }
            .Manifest
            .StartedAt;

        Assert.Equal(4, Of(new() { Metric = "throughput" }).Count);
        Assert.Empty(Of(new() { Metric = "nothing" }));
        Assert.Empty(Of(new() { Workload = "other" }));
        Assert.Equal(4, Of(new() { Case = id => id.StartsWith("w/tasks/", StringComparison.Ordinal) }).Count);
        Assert.All(
            Of(new() { Runs = new(Machine: "there") }),
            series => Assert.Equal(["b"], series.Points.Select(point => point.Run))
        );
        Assert.All(
            Of(new() { Runs = new(Since: since) }),
            series => Assert.Equal(["c"], series.Points.Select(point => point.Run))
        );

        IReadOnlyList<MetricSeries> Of(SeriesQuery query) => Open().Series(query);
    }

    [Fact]
    public async Task Two_writers_at_once_lose_nothing_and_add_nothing_twice()
    {
        var runs = Enumerable
            .Range(0, 6)
            .Select(day => new StoredRun { Run = $"r{day}", Day = day })
            .ToList();

        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => Task.Run(() => runs.ConvertAll(run => run.AddTo(Open()).Added)))
        );

        Assert.All(Enumerable.Range(0, 6), day => Assert.Equal(4, added[0][day] + added[1][day]));
        var store = Open();
        Assert.Equal(
            runs.Select(run => (run.Run, 4)),
            store.Runs(RunFilter.All).Select(run => (run.Run, run.Samples))
        );
        Assert.All(store.Series(new()), series => Assert.Equal(6, series.Points.Count));
    }

    [Fact]
    public void What_an_addition_fails_at_leaves_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() =>
            Open()
                .Add(
                    new StoredRun().Manifest,
                    new StoredRun().Samples,
                    (_, _) => throw new InvalidOperationException("midway")
                )
        );

        Assert.Empty(Open().Runs(RunFilter.All));
        Assert.Empty(Open().Catalogue().Cases);
    }

    [Fact]
    public void The_catalogue_has_cases_with_workloads_and_metrics()
    {
        new StoredRun().AddTo(Open());

        var catalogue = Open().Catalogue();

        Assert.Equal([("w/tasks/equal/users=500", "w"), ("w/threads/equal/users=500", "w")], catalogue.Cases);
        Assert.Equal(["ownMicroseconds", "throughput"], catalogue.Metrics);
    }

    private static string Json(RunManifest manifest) =>
        JsonSerializer.Serialize(manifest, ResultsJson.Default.RunManifest);

    private static string Json(Sample sample) => JsonSerializer.Serialize(sample, ResultsJson.Default.Sample);

    /// <summary>All that is in a history.</summary>
    private static string Json(IHistoryStore store) =>
        string.Join(
            '\n',
            store
                .Runs(RunFilter.All)
                .Select(store.Load)
                .Select(run => Json(run.Manifest) + string.Join('\n', run.Samples.Select(Json)))
                .Concat(
                    store
                        .Series(new())
                        .SelectMany(series =>
                            series.Points.Select(point =>
                                $"{series.Case} {series.Metric} {point.Run} {string.Join(',', point.Values.OrderBy(pair => pair.Key))}"
                            )
                        )
                )
        );
}
