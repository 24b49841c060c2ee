using Bench.Analysis.Decisions;
using Bench.Reporter.Decisions;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>Where a decision's evidence is, and the commands that make it again.</summary>
internal static class DecisionFolders
{
    /// <param name="request">What was asked.</param>
    /// <param name="decision">What came of it.</param>
    /// <param name="evidence">What it rests on.</param>
    /// <param name="folder">The decision's folder.</param>
    /// <param name="decider">What measuring came to; null when nothing was measured.</param>
    public static DecisionSources Of(
        DecisionRequest request,
        Decision decision,
        DecisionEvidence evidence,
        RunFolder folder,
        Decider? decider
    )
    {
        string[] from =
        [
            .. request.From.Select(Path.GetFullPath),
            .. decider is null ? Array.Empty<string>() : [folder.Path],
        ];
        return new(
            DateTimeOffset.UtcNow,
            request.Command,
            $"{request.Command} --from {string.Join(' ', from.Distinct().Select(path => $"\"{path}\""))}",
            [
                .. evidence.Runs.Select(run => Source(run, decision, folder)).OfType<DecisionSource>(),
                .. Pitfalls(evidence, folder),
            ],
            decider?.RoundSeconds,
            decider?.Ended
        );
    }

    private static DecisionSource? Source(EvidenceRun run, Decision decision, RunFolder folder)
    {
        var ids = decision
            .Options.Select(option => option.Option.Case.Case)
            .ToHashSet(StringComparer.Ordinal);
        var own = run.Samples.Where(sample => sample.Workload == decision.Requirement.Workload.Id).ToList();
        var atLoad = own.Count(sample => ids.Contains(sample.Case));
        var what =
            run.Manifest.Capacity is not null ? "Searches for capacities"
            : atLoad > 0 ? "Launches at this load"
            : "Launches at other loads";
        return own.Count == 0
            ? null
            : new(
                what,
                Shown(run.Folder, folder),
                run.Manifest.Run,
                run.Manifest.Preset == DecisionManifests.Preset
                    ? ""
                    : string.Join(" && ", ShardFacts.Of(run.Manifest).Select(shard => shard.Command)),
                run.Manifest.Commit,
                atLoad > 0 ? atLoad : own.Count
            );
    }

    private static IEnumerable<DecisionSource> Pitfalls(DecisionEvidence evidence, RunFolder folder) =>
        evidence.Pitfalls is { } trials
            ?
            [
                new(
                    DecisionSource.Pitfalls,
                    File.Exists(folder.PitfallsPath) ? "pitfalls.json" : "one of the folders given",
                    trials.Run,
                    "./run.sh verify --pitfalls",
                    trials.Commit,
                    trials.Trials.Sum(trial => trial.Wrong.Count + trial.Right.Count)
                ),
            ]
            : [];

    private static string Shown(string path, RunFolder folder)
    {
        var relative = Path.GetRelativePath(folder.Path, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
