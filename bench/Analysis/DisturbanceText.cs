using Bench.Results;

namespace Bench.Analysis;

/// <summary>What a reader must know of a run's disturbed rounds.</summary>
public static class DisturbanceText
{
    /// <summary>What was found of one round, and what becomes of it.</summary>
    /// <param name="round">The round.</param>
    /// <param name="plan">The plan with what becomes of it.</param>
    /// <param name="hasTime">False when there was no time to measure it again.</param>
    public static string Found(DisturbedRound round, RunManifest plan, bool hasTime)
    {
        var what =
            round.RepeatedAs is { } again ? $"it is measured again as round {again}"
            : !NoisyRounds.MayRepeatOne(plan) ? "it counts all the same: too few rounds to measure one again"
            : hasTime ? "it counts all the same: enough was measured again"
            : "it counts all the same: no time is left to measure it again";
        return $"round {round.Round} was disturbed ({round.Because}); {what}";
    }

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
        return Quantities.Counted(count, "sample");
    }
}
