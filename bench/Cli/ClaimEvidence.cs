using Bench.Analysis;
using Bench.Cli.Terminal;
using Bench.Results;

namespace Bench.Cli;

/// <summary>What claims are judged by: runs of one machine, and what was seen there of pitfalls.</summary>
/// <param name="Folders">Where it was read.</param>
/// <param name="Runs">The runs in them; a folder may have pitfalls alone.</param>
/// <param name="Pitfalls">What was seen of pitfalls.</param>
internal sealed record ClaimEvidence(
    IReadOnlyList<RunFolder> Folders,
    IReadOnlyList<RunAnalysis> Runs,
    IReadOnlyList<PitfallTrials> Pitfalls
)
{
    public static ClaimEvidence None { get; } = new([], [], []);

    /// <summary>That of the folders; of the newest run under <c>reports/</c> when none is given.</summary>
    /// <exception cref="UserException">They are of different machines.</exception>
    /// <exception cref="ResultsException">A folder cannot be read.</exception>
    public static ClaimEvidence Read(IEnumerable<string> paths)
    {
        var folders = paths.Select(path => new RunFolder(path)).ToList();
        if (folders.Count == 0 && NewestRun.Find() is { } newest)
        {
            Talk.Line($"judging by {newest.Path}");
            folders = [newest];
        }

        var runs = folders.FindAll(IsRun).ConvertAll(folder => LoadedRun.Of([folder]));
        PitfallTrials[] pitfalls =
        [
            .. folders.Select(folder => folder.ReadPitfalls()).OfType<PitfallTrials>(),
        ];
        var evidence = new ClaimEvidence(
            folders,
            runs.ConvertAll(run => RunAnalysis.Of(run.Manifest, run.Samples, run.Sources)),
            pitfalls
        );
        var (first, _) = evidence.Machines.FirstOrDefault();
        return evidence.StrangerTo(first) is { } stranger
            ? throw new UserException(
                $"the runs are of different machines ({evidence.Machines.First().Run} and {stranger}); judge by them apart"
            )
            : evidence;
    }

    /// <summary>The first run or trial that is of another machine; null when all are of this one.</summary>
    public string? StrangerTo(string fingerprint) =>
        Machines.FirstOrDefault(item => item.Machine != fingerprint).Run;

    private IEnumerable<(string Machine, string Run)> Machines =>
        Runs.Select(run => (run.Manifest.Machine.Fingerprint, run.Manifest.Run))
            .Concat(Pitfalls.Select(trials => (trials.Machine, trials.Run)));

    // What has neither is no run folder, and its reader says so.
    private static bool IsRun(RunFolder folder) =>
        File.Exists(folder.ManifestPath) || !File.Exists(folder.PitfallsPath);
}
