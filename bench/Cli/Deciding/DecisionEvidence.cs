using Bench.Analysis.Capacity;
using Bench.Analysis.Decisions;
using Bench.Analysis.Pitfalls;
using Bench.Analysis.ServiceLevels;
using Bench.Measurement.Machine;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>What a decision rests on: runs at the load asked for, searches for capacities, and pitfalls as tried.</summary>
/// <param name="Runs">Runs, the earliest first; searches for capacities among them.</param>
/// <param name="Pitfalls">Pitfalls as tried; null when nobody did.</param>
internal sealed record DecisionEvidence(IReadOnlyList<EvidenceRun> Runs, PitfallTrials? Pitfalls)
{
    /// <summary>Folder of a decision that has the launches at the load asked for.</summary>
    public const string LevelFolder = "level";

    /// <summary>Folder of a decision that has the searches for capacities.</summary>
    public const string CapacityFolder = "capacity";

    /// <summary>Reads folders of runs and of earlier decisions.</summary>
    /// <param name="paths">The folders.</param>
    /// <param name="measures">True when more is to be measured here, which has to be the same machine.</param>
    /// <exception cref="UserException">They are of different machines, or of another than this one.</exception>
    /// <exception cref="ResultsException">A folder cannot be read.</exception>
    public static DecisionEvidence Read(IReadOnlyList<string> paths, bool measures)
    {
        var folders = paths.SelectMany(Folders).DistinctBy(folder => folder.Path).ToList();
        var evidence = new DecisionEvidence(
            [
                .. folders
                    .Where(folder => File.Exists(folder.ManifestPath))
                    .Select(Run)
                    .OrderBy(run => run.Manifest.StartedAt),
            ],
            folders.Select(folder => folder.ReadPitfalls()).LastOrDefault(trials => trials is not null)
        );
        var here = measures ? MachineProbe.Look().Fingerprint : evidence.Machines.FirstOrDefault().Machine;
        return evidence.Machines.FirstOrDefault(item => item.Machine != here) is { Run: { } stranger } other
            ? throw new UserException(
                $"--from: run {stranger} is of another machine ({other.Machine}, not {here}); decide where it was measured, or leave it out"
            )
            : evidence;
    }

    /// <summary>This and a run that was measured since.</summary>
    public DecisionEvidence With(EvidenceRun run) =>
        this with
        {
            Runs = [.. Runs.Where(other => other.Folder != run.Folder), run],
        };

    /// <summary>Runs that are no searches for capacities.</summary>
    public IReadOnlyList<EvidenceRun> Level => [.. Runs.Where(run => run.Manifest.Capacity is null)];

    /// <summary>Searches of this workload under this service level; of a lane that several looked for, one that has come to its end, the latest first.</summary>
    /// <param name="requirement">Workload and service level.</param>
    /// <param name="own">All parameters of the workload, where a file describes them.</param>
    public IReadOnlyList<LaneCapacity> Capacities(Requirement requirement, ParameterSet? own) =>
        [
            .. Runs.Reverse()
                .Select(run => CapacityAnalysis.Of(run.Manifest, run.Samples))
                .OfType<CapacityAnalysis>()
                .Where(analysis => IsSame(analysis.Level, requirement.Level))
                .SelectMany(analysis => analysis.Lanes)
                .Where(lane =>
                    lane.Target.Workload == requirement.Workload.Id && Equals(lane.Target.Parameters, own)
                )
                .OrderBy(lane => lane.Estimate.State == CapacityState.Unfinished)
                .DistinctBy(lane => (lane.Target.Model, lane.Target.Variant, lane.Target.Terms)),
        ];

    public IReadOnlyList<PitfallFinding> Findings => [.. (Pitfalls?.Trials ?? []).Select(PitfallCheck.Of)];

    private IEnumerable<(string Machine, string Run)> Machines =>
        Runs.Select(run => (run.Manifest.Machine.Fingerprint, run.Manifest.Run))
            .Concat(Pitfalls is { } trials ? [(trials.Machine, trials.Run)] : []);

    private static bool IsSame(ServiceLevel one, ServiceLevel other) =>
        one.Objectives.ToHashSet().SetEquals(other.Objectives);

    // An earlier decision's folder has its runs within; what has nothing is no run folder, and its reader says so.
    private static IEnumerable<RunFolder> Folders(string path)
    {
        var folder = new RunFolder(path);
        RunFolder[] within =
        [
            .. new[] { LevelFolder, CapacityFolder }
                .Select(name => new RunFolder(folder.In(name)))
                .Where(inner => File.Exists(inner.ManifestPath)),
        ];
        if (within.Length == 0 && !File.Exists(folder.PitfallsPath))
        {
            folder.ReadManifest();
        }

        return within.Append(folder);
    }

    private static EvidenceRun Run(RunFolder folder)
    {
        var loaded = LoadedRun.FiguresOf(folder);
        return new(loaded.Manifest, loaded.Samples, folder.ReadSources(), folder.Path);
    }
}
