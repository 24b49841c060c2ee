using Bench.Results;

namespace Bench.Analysis;

/// <summary>What a reader must know of a run's disturbed rounds.</summary>
public static class DisturbanceText
{
    /// <summary>What was measured again and enters no figure; null when nothing was.</summary>
    public static string? Replaced(RunAnalysis run) =>
        run.Replaced.Count == 0
            ? null
            : $"{Rounds(run.Replaced)} disturbed and measured again, and {Samples(run)} of {(run.Replaced.Count == 1 ? "it" : "them")} enter no figure: "
                + string.Join(
                    "; ",
                    run.Replaced.Select(round =>
                        $"round {round.Round} as round {round.RepeatedAs} ({round.Because})"
                    )
                )
                + ".";

    /// <summary>What was disturbed and counts all the same; null when nothing was.</summary>
    public static string? Kept(RunAnalysis run) =>
        run.Kept.Count == 0
            ? null
            : $"{Rounds(run.Kept)} disturbed and {(run.Kept.Count == 1 ? "counts" : "count")} all the same: "
                + string.Join(
                    "; ",
                    run.Kept.Select(round =>
                        $"round {round.Round} ({round.Because}"
                        + (round.RepeatedAs is null ? ")" : "; measuring it again is not finished)")
                    )
                )
                + ".";

    private static string Rounds(IReadOnlyList<DisturbedRound> rounds) =>
        rounds.Count == 1 ? "1 round was" : $"{rounds.Count} rounds were";

    private static string Samples(RunAnalysis run)
    {
        var count = run.Scenarios.SelectMany(scenario => scenario.Arms).Sum(arm => arm.Replaced.Count);
        return $"{count} sample{(count == 1 ? "" : "s")}";
    }
}
