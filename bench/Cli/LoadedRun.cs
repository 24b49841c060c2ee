using Bench.Cli.Terminal;
using Bench.Results;

namespace Bench.Cli;

/// <summary>A run read from its folder, or several shards of one merged.</summary>
internal sealed record LoadedRun(RunManifest Manifest, List<Sample> Samples, List<SourceFile> Sources)
{
    /// <summary>What was seen of pitfalls; of shards, what the first of them has; null when nothing was.</summary>
    public PitfallTrials? Pitfalls { get; init; }

    /// <summary>The floors; of shards, what the first of them has; null when they were not measured.</summary>
    public FloorTrials? Floors { get; init; }

    /// <summary>What faults did to clusters; of shards, what the first of them has; null when none was tried.</summary>
    public FaultTrials? Faults { get; init; }

    /// <summary>The one folder that it was read from as it is; null when several were merged or a last line was torn.</summary>
    private RunFolder? Whole { get; init; }

    /// <exception cref="UserException">The folders do not belong together.</exception>
    /// <exception cref="ResultsException">A folder cannot be read.</exception>
    public static LoadedRun Of(IReadOnlyList<RunFolder> folders)
    {
        var runs = folders
            .Select(folder =>
                Read(folder, folder.ReadSamples) with
                {
                    Sources = folder.ReadSources(),
                    Pitfalls = folder.ReadPitfalls(),
                    Floors = folder.ReadFloors(),
                    Faults = folder.ReadFaults(),
                }
            )
            .ToList();
        var first = runs[0].Manifest;
        var stranger = runs.Find(run => run.Manifest.Machine.Fingerprint != first.Machine.Fingerprint);
        if (stranger is not null)
        {
            throw new UserException(
                $"run {stranger.Manifest.Run} is of another machine than run {first.Run}; report them apart"
            );
        }

        if (runs.Count > 1 && runs.Exists(run => run.Manifest.Capacity is not null))
        {
            throw new UserException("a capacity run has no shards; report each of these folders alone");
        }

        var twice = runs.SelectMany(run => run.Samples)
            .CountBy(sample => (sample.Round, sample.Case, sample.Replica))
            .FirstOrDefault(pair => pair.Value > 1);
        if (twice.Value > 1)
        {
            throw new UserException(
                $"the folders share round {twice.Key.Round} of {twice.Key.Case}: they are no shards of one run; compare them instead"
            );
        }

        if (runs is [var only])
        {
            return only;
        }

        var shards = runs.ConvertAll(run => run.Manifest);
        var manifest = first with
        {
            Rounds = MergedRounds.Common(shards),
            ExtraRounds = MergedRounds.Later(shards),
            DisturbedRounds = [.. shards.SelectMany(Disturbed)],
            UntilDecided = MergedRounds.Rule(shards),
            Cases =
            [
                .. shards
                    .SelectMany(shard => shard.Cases)
                    .DistinctBy(planned => planned.Key)
                    .OrderBy(planned => planned.Workload, StringComparer.Ordinal),
            ],
            Unreachable = [.. shards.SelectMany(shard => shard.Unreachable).DistinctBy(item => item.Case)],
            LeftOut = [.. shards.SelectMany(shard => shard.LeftOut).Distinct()],
            Workloads =
            [
                .. shards
                    .SelectMany(shard => shard.Workloads)
                    .DistinctBy(facts => facts.Id)
                    .OrderBy(facts => facts.Id, StringComparer.Ordinal),
            ],
            Models = [.. shards.SelectMany(shard => shard.Models).DistinctBy(facts => facts.Id)],
            Shards = [.. shards.SelectMany(ShardFacts.Of)],
            Packages = Packages(shards),
        };
        return new LoadedRun(
            manifest,
            [.. runs.SelectMany(run => run.Samples)],
            [.. runs.SelectMany(run => run.Sources).DistinctBy(source => source.Path)]
        )
        {
            Pitfalls = runs.Select(run => run.Pitfalls).FirstOrDefault(seen => seen is not null),
            Floors = runs.Select(run => run.Floors).FirstOrDefault(measured => measured is not null),
            Faults = runs.Select(run => run.Faults).FirstOrDefault(tried => tried is not null),
        };
    }

    /// <summary>A run for those who draw nothing: its samples without histograms and slices, and no sources.</summary>
    /// <exception cref="ResultsException">The folder cannot be read.</exception>
    public static LoadedRun FiguresOf(RunFolder folder) => Read(folder, folder.ReadFigures);

    /// <summary>Writes the run as a folder of its own, so that the report's links to its data hold.</summary>
    public RunFolder WriteTo(RunFolder folder)
    {
        folder.WriteSources(Sources);
        folder.WriteManifest(Manifest);
        if (Pitfalls is not null)
        {
            folder.WritePitfalls(Pitfalls);
        }

        if (Floors is not null)
        {
            folder.WriteFloors(Floors);
        }

        if (Faults is not null)
        {
            folder.WriteFaults(Faults);
        }

        if (Whole is not null)
        {
            File.Copy(Whole.SamplesPath, folder.SamplesPath);
            return folder;
        }

        SampleLog.Write(folder.SamplesPath, Samples.Select(sample => sample with { Run = Manifest.Run }));

        return folder;
    }

    // A shard may have workloads that need a package of their own.
    private static SortedDictionary<string, string> Packages(IEnumerable<RunManifest> shards) =>
        new(
            shards
                .SelectMany(shard => shard.Packages)
                .DistinctBy(package => package.Key)
                .ToDictionary(package => package.Key, package => package.Value),
            StringComparer.Ordinal
        );

    // A shard's rounds say nothing of the others' rounds of the same number.
    private static IEnumerable<DisturbedRound> Disturbed(RunManifest shard) =>
        shard.DisturbedRounds.Select(disturbed =>
            disturbed with
            {
                Cases = disturbed.Cases ?? [.. shard.Cases.Select(planned => planned.Key)],
            }
        );

    private static LoadedRun Read(RunFolder folder, ReadSamples read)
    {
        var manifest = folder.ReadManifest();
        var samples = read(manifest.Run, out var tornBytes);
        if (tornBytes > 0)
        {
            Talk.Line(
                $"notice: {folder.SamplesPath} ends in a torn line of {tornBytes} bytes, which is left out"
            );
        }

        return new LoadedRun(manifest, samples, [])
        {
            Whole = tornBytes == 0 && File.Exists(folder.SamplesPath) ? folder : null,
        };
    }

    private delegate List<Sample> ReadSamples(string run, out int tornBytes);
}
