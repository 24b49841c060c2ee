using Bench.Analysis;
using Bench.Results;

namespace Bench.Cli.Comparing;

/// <summary>What a reader of verdicts must know beside them.</summary>
internal static class Notes
{
    /// <summary>Of one run: samples that enter nothing, and what its A/A arm says.</summary>
    public static IEnumerable<string> Of(RunAnalysis run)
    {
        var refused = RefusedSamples.In(run).Select(arm => arm.Note).ToList();
        if (refused.Count > 0)
        {
            yield return $"not all samples of run {run.Manifest.Run} are used: {Wording.Some(refused)}";
        }

        if (run.Manifest.Commit?.EndsWith("+changes", StringComparison.Ordinal) == true)
        {
            yield return $"run {run.Manifest.Run} was measured with uncommitted changes";
        }

        string?[] disturbed = [DisturbanceText.Replaced(run), DisturbanceText.Kept(run)];
        foreach (var note in disturbed.OfType<string>())
        {
            yield return note;
        }

        yield return AaCheck.Of(run).Sentence;
    }

    /// <summary>Of two runs: in what they differ, beside what is compared.</summary>
    public static IEnumerable<string> Between(RunManifest before, RunManifest after)
    {
        if (before.Run == after.Run && before.StartedAt == after.StartedAt)
        {
            yield return $"both folders hold run {before.Run}";
        }

        foreach (var (what, one, other) in Facts(before, after))
        {
            if (one != other)
            {
                yield return $"{what}: {one ?? "unknown"} before, {other ?? "unknown"} after";
            }
        }

        if (before.Seed != after.Seed)
        {
            yield return "the runs have different seeds, so rounds of the same number drew different requests; they are paired by number all the same";
        }
    }

    private static IEnumerable<(string What, string? Before, string? After)> Facts(
        RunManifest before,
        RunManifest after
    ) =>
        [
            ("commit", before.Commit, after.Commit),
            ("rounds", $"{before.LastRound}", $"{after.LastRound}"),
            ("runtime", before.Machine.Runtime, after.Machine.Runtime),
            ("garbage collector", before.Machine.GarbageCollector, after.Machine.GarbageCollector),
            (
                "thread pool's fewest threads",
                $"{before.Machine.ThreadPoolMinimumThreads}",
                $"{after.Machine.ThreadPoolMinimumThreads}"
            ),
            ("operating system", before.Machine.OperatingSystem, after.Machine.OperatingSystem),
            ("Akka", before.Packages.GetValueOrDefault("Akka"), after.Packages.GetValueOrDefault("Akka")),
        ];
}
