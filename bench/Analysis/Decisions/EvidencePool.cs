using Bench.Results;

namespace Bench.Analysis.Decisions;

/// <summary>
/// The launches of some cases from several runs of one machine, as those of one run: rounds are numbered through, so that what was
/// measured in the same round of the same run stays a pair.
/// </summary>
public static class EvidencePool
{
    /// <summary>
    /// Rounds at which a decision is looked at: errors are shared among them. Ten launches without a single error are what the
    /// sign test needs at a fifth of 1 %, so that is the second.
    /// </summary>
    public static IReadOnlyList<int> PlannedLooks { get; } = [5, 10, 16, 25, 40];

    /// <summary>Pools what the runs have of these cases, copies for the A/A check included.</summary>
    /// <param name="runs">The runs, at least one, in the order in which they were measured.</param>
    /// <param name="options">The options.</param>
    public static RunAnalysis Of(IReadOnlyList<EvidenceRun> runs, IReadOnlyList<Option> options)
    {
        var ids = options.Select(option => option.Case.Case).ToHashSet(StringComparer.Ordinal);
        var offset = 0;
        List<Sample> samples = [];
        List<DisturbedRound> disturbed = [];
        foreach (var run in runs)
        {
            var from = offset;
            samples.AddRange(
                run.Samples.Where(sample => ids.Contains(sample.Case))
                    .Select(sample => sample with { Round = from + sample.Round })
            );
            disturbed.AddRange(run.Manifest.DisturbedRounds.Select(round => Shifted(round, from)));
            offset += run.Manifest.LastRound;
        }

        return RunAnalysis.Of(
            Manifest(runs, options, disturbed, offset),
            samples,
            [.. runs.SelectMany(run => run.Sources).DistinctBy(source => source.Path)]
        );
    }

    private static RunManifest Manifest(
        IReadOnlyList<EvidenceRun> runs,
        IReadOnlyList<Option> options,
        List<DisturbedRound> disturbed,
        int rounds
    )
    {
        var able = options.Where(option => option.OutOfReach is null).Select(option => option.Case).ToList();
        var ids = able.Select(planned => planned.Case).ToHashSet(StringComparer.Ordinal);
        return runs[^1].Manifest with
        {
            Rounds = rounds,
            ExtraRounds = [],
            DisturbedRounds = disturbed,
            UntilDecided = new(0, Looks(runs)),
            Cases = [.. able, .. Copies(runs, ids)],
            Unreachable = [.. options.Where(option => option.OutOfReach is not null).Select(Unreachable)],
            Capacity = null,
            Workloads = [.. runs.SelectMany(run => run.Manifest.Workloads).DistinctBy(facts => facts.Id)],
            Models = [.. runs.SelectMany(run => run.Manifest.Models).DistinctBy(facts => facts.Id)],
        };
    }

    // Whatever rule may have ended a run that is taken over, its looks are allowed for, too.
    private static List<int> Looks(IEnumerable<EvidenceRun> runs) =>
        [
            .. PlannedLooks
                .Concat(runs.SelectMany(run => run.Manifest.UntilDecided?.Looks ?? []))
                .Distinct()
                .Order(),
        ];

    private static IEnumerable<PlannedCase> Copies(IReadOnlyList<EvidenceRun> runs, HashSet<string> ids) =>
        runs.SelectMany(run => run.Manifest.Cases)
            .Where(planned => planned.Replica > 0 && ids.Contains(planned.Case))
            .DistinctBy(planned => planned.Key);

    private static DisturbedRound Shifted(DisturbedRound round, int offset) =>
        round with
        {
            Round = offset + round.Round,
            RepeatedAs = offset + round.RepeatedAs,
        };

    private static UnreachableCase Unreachable(Option option) =>
        new(
            option.Case.Case,
            option.Case.Workload,
            option.Case.Model,
            option.Case.Variant,
            option.Case.Terms,
            option.Case.Parameters,
            option.OutOfReach!
        );
}
