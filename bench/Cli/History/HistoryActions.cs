using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Json;
using Bench.Cli.Terminal;
using Bench.Results;
using Bench.Results.History;

namespace Bench.Cli.History;

/// <summary>What <c>history</c> does with a store.</summary>
internal static class HistoryActions
{
    /// <summary>Adds runs from their folders, each whole or not at all.</summary>
    public static void Add(IHistoryStore store, IReadOnlyList<RunFolder> folders)
    {
        foreach (var folder in folders)
        {
            var run = LoadedRun.FiguresOf(folder);
            var added = store.Add(run.Manifest, run.Samples, SeriesValues.Of);
            var before = added.Present > 0 ? $", {added.Present} were there" : "";
            Console.Out.WriteLine($"{run.Manifest.Run}: {added.Added} samples added{before}");
        }

        var runs = store.Runs(RunFilter.All);
        Talk.Line(
            $"{store.Name}: {Quantities.Counted(runs.Count, "run")}, {Quantities.Counted(runs.Sum(run => run.Samples), "sample")}"
        );
        NoteMachines(runs);
    }

    public static void List(IHistoryStore store, bool json)
    {
        var runs = store.Runs(RunFilter.All);
        if (json)
        {
            var list = new HistoryList(1, store.Name, Machines(runs), [.. runs.Select(ListedRun.Of)]);
            Console.Out.WriteLine(JsonSerializer.Serialize(list, CliJson.Default.HistoryList));
        }
        else
        {
            Write(runs);
            Talk.Line(
                $"{store.Name}: {Quantities.Counted(runs.Count, "run")}; --json has commands and seeds"
            );
        }

        NoteMachines(runs);
    }

    public static void Export(IHistoryStore store, string path)
    {
        var totals = HistoryFile.Export(store, path);
        Talk.Line(
            $"{path}: {Quantities.Counted(totals.Runs, "run")}, {Quantities.Counted(totals.Samples, "sample")} of {store.Name}"
        );
    }

    public static void Import(IHistoryStore store, string path)
    {
        var (file, added) = HistoryFile.Import(store, path, SeriesValues.Of);
        Talk.Line(
            $"{store.Name}: {added} samples added of {file.Samples} ({Quantities.Counted(file.Runs, "run")}) in {path}; the others were there"
        );
        NoteMachines(store.Runs(RunFilter.All));
    }

    private static void Write(IReadOnlyList<RecordedRun> runs) =>
        DataTable.Write(
            ["run", "began (UTC)", "preset", "commit", "runtime", "rounds", "samples", "valid"],
            runs.GroupBy(run => run.Machine)
                .Select(group => new TableGroup(
                    $"machine {group.Key}: {group.Last().MachineWords}",
                    [.. group.Select(Row)]
                ))
        );

    private static List<ListedMachine> Machines(IReadOnlyList<RecordedRun> runs) =>
        [
            .. runs.GroupBy(run => run.Machine)
                .Select(group => new ListedMachine(group.Key, group.Last().MachineWords, group.Count())),
        ];

    private static void NoteMachines(IReadOnlyList<RecordedRun> runs)
    {
        var machines = Machines(runs);
        if (machines.Count > 1)
        {
            Talk.Note(
                $"the history mixes {machines.Count} kinds of machine ({string.Join(", ", machines.Select(machine => $"{machine.Fingerprint}: {Quantities.Counted(machine.Runs, "run")}"))}); their series stand apart and never compare"
            );
        }
    }

    private static string[] Row(RecordedRun run) =>
        [
            run.Run,
            $"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}",
            run.Preset,
            CommitName.Short(run.Commit),
            run.Runtime,
            $"{run.Rounds}",
            $"{run.Samples}",
            $"{run.Valid}",
        ];
}
