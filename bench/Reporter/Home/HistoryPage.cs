using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Results.History;

namespace Bench.Reporter.Home;

/// <summary>The runs that are kept over time.</summary>
public static class HistoryPage
{
    /// <param name="name">Where the history is.</param>
    /// <param name="runs">Its runs, oldest first.</param>
    public static string Of(string name, IReadOnlyList<RecordedRun> runs) =>
        new SitePage(
            "History",
            InWords(name, runs),
            [SitePage.Home, SitePage.Trend],
            [
                .. runs.GroupBy(run => run.Machine)
                    .Select((group, index) => Section(index, [.. group.Reverse()])),
            ]
        ).Html();

    /// <summary>How much it holds, in a sentence.</summary>
    public static string InWords(string name, IReadOnlyList<RecordedRun> runs) =>
        runs.Count == 0
            ? $"{name} has no runs yet: ./run.sh history add DIR adds one."
            : $"{Quantities.Counted(runs.Count, "run")} of {Quantities.Counted(runs.Select(run => run.Machine).Distinct().Count(), "machine")} in {name}, from {Day(runs[0])} to {Day(runs[^1])}.";

    private static SiteSection Section(int index, IReadOnlyList<RecordedRun> runs) =>
        new(
            $"machine-{index + 1}",
            runs[0].MachineWords,
            "",
            [
                Table.Plain(
                    $"Machine {runs[0].Machine}, newest first. Runs of two machines are never in one series.",
                    [
                        new("run", false),
                        new("began (UTC)", false),
                        new("preset", false),
                        new("rounds", true),
                        new("samples", true),
                        new("valid", true),
                        new("runtime", false),
                        new("commit", false),
                    ],
                    [.. runs.Select(Row)]
                ),
            ],
            []
        );

    private static TableRow Row(RecordedRun run) =>
        new(
            run.Run,
            [
                Cell.Word($"{run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}"),
                Cell.Word(run.Preset),
                Cell.Figure(Quantities.Format(run.Rounds, Unit.Count)),
                Cell.Figure(Quantities.Format(run.Samples, Unit.Count)),
                Cell.Figure(Quantities.Format(run.Valid, Unit.Count)),
                Cell.Word(run.Runtime),
                Cell.Word(CommitName.Short(run.Commit)),
            ]
        );

    private static string Day(RecordedRun run) => $"{run.StartedAt.UtcDateTime:yyyy-MM-dd}";
}
