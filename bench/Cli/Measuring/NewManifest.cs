using System.Globalization;
using Bench.Measurement.Hosting;
using Bench.Measurement.Machine;
using Bench.Measurement.Planning;
using Bench.Results;
using Microsoft.Extensions.DependencyModel;

namespace Bench.Cli.Measuring;

/// <summary>Writes down what a new run sets out to do.</summary>
internal static class NewManifest
{
    /// <param name="plan">The cases.</param>
    /// <param name="lanes">The lanes that were chosen from.</param>
    /// <param name="preset">Word for the preset.</param>
    /// <param name="rounds">Rounds to begin with.</param>
    /// <param name="seed">The seed; null draws one from the time.</param>
    /// <param name="options">Further options of the command that repeats the run, each with a space before it.</param>
    public static RunManifest Of(
        Plan plan,
        IReadOnlyList<Lane> lanes,
        string preset,
        int rounds,
        ulong? seed,
        string options = ""
    )
    {
        var now = DateTimeOffset.UtcNow;
        var chosenSeed = seed ?? (ulong)now.ToUnixTimeSeconds();
        return new RunManifest
        {
            Run = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss}-{preset}"),
            StartedAt = now,
            Preset = preset,
            Rounds = rounds,
            Seed = chosenSeed,
            Command = Command(plan, lanes, preset, rounds, chosenSeed) + options,
            Commit = Checkout.Commit(BuildFacts.Repository),
            Machine = MachineProbe.Look(lanes.Select(lane => lane.Type.Assembly).Distinct()),
            Workloads = Workloads(plan, lanes),
            Models = [.. lanes.Select(lane => lane.Model).DistinctBy(facts => facts.Id)],
            Cases = [.. plan.Cases],
            Unreachable = [.. plan.Unreachable],
            Packages = Packages(),
        };
    }

    /// <summary>Creates the run's folder with its plan and its lanes' code.</summary>
    /// <param name="path">A new or empty folder; null for one under reports/ with the run's name.</param>
    /// <param name="manifest">The plan.</param>
    /// <exception cref="UserException">The folder is not empty or cannot be written.</exception>
    public static RunFolder WriteTo(string? path, RunManifest manifest)
    {
        var folder = OutputFolder.Create(
            path ?? Path.Combine(BuildFacts.Repository, "reports", manifest.Run)
        );
        folder.WriteSources(Sources(manifest));
        folder.WriteManifest(manifest);
        return folder;
    }

    // A preset need not have every workload; a search plans its cases later, for every lane that it was given.
    private static List<WorkloadFacts> Workloads(Plan plan, IReadOnlyList<Lane> lanes)
    {
        var planned = plan
            .Cases.Select(item => item.Workload)
            .Concat(plan.Unreachable.Select(item => item.Workload))
            .ToHashSet();
        return
        [
            .. lanes
                .Select(lane => lane.Workload)
                .DistinctBy(facts => facts.Id)
                .Where(facts => planned.Count == 0 || planned.Contains(facts.Id)),
        ];
    }

    /// <summary>
    /// The code of every lane in the plan, as it stands in the checkout, and whatever stands beside it: a lane may share a queue
    /// or the set-up of an actor system with its neighbours.
    /// </summary>
    private static List<SourceFile> Sources(RunManifest manifest) =>
        [
            .. manifest
                .Cases.Select(planned =>
                    (
                        Folder: Path.Combine(BuildFacts.Repository, Path.GetDirectoryName(planned.Source)!),
                        Pattern: $"*{Path.GetExtension(planned.Source)}"
                    )
                )
                .Distinct()
                .Where(kept => Directory.Exists(kept.Folder))
                .SelectMany(kept =>
                    Directory.EnumerateFiles(kept.Folder, kept.Pattern).Order(StringComparer.Ordinal)
                )
                .Select(file => new SourceFile(
                    Path.GetRelativePath(BuildFacts.Repository, file).Replace('\\', '/'),
                    File.ReadAllText(file)
                )),
        ];

    private static string Command(Plan plan, IReadOnlyList<Lane> lanes, string preset, int rounds, ulong seed)
    {
        var workloads = string.Join(',', plan.Cases.Select(planned => planned.Workload).Distinct());
        var models = string.Join(',', lanes.Select(lane => lane.Model.Id).Distinct());
        var traced = plan.Cases.Any(planned => planned.Traced) ? " --trace" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"./run.sh run --preset {preset} --workloads {workloads} --models {models} --rounds {rounds} --seed {seed}{traced}"
        );
    }

    // From bench.deps.json: what this program and the models were really built with.
    private static SortedDictionary<string, string> Packages() =>
        new(
            DependencyContext
                .Default!.RuntimeLibraries.Where(library => library.Type == "package")
                .ToDictionary(library => library.Name, library => library.Version),
            StringComparer.Ordinal
        );
}
