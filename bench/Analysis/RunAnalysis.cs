using Bench.Analysis.Capacity;
using Bench.Analysis.Code;
using Bench.Results;

namespace Bench.Analysis;

/// <summary>A run's samples in the order of its plan.</summary>
public sealed class RunAnalysis
{
    private readonly Lazy<LaneCode> _code;

    private RunAnalysis(
        RunManifest manifest,
        IReadOnlyList<Scenario> scenarios,
        IReadOnlyList<Sample> unplanned,
        RepeatedRounds repeated,
        CapacityAnalysis? capacity,
        IReadOnlyList<SourceFile> sources
    )
    {
        _code = new(() => new(sources, manifest));
        Capacity = capacity;
        Manifest = manifest;
        Scenarios = scenarios;
        Unplanned = unplanned;
        Replaced = [.. manifest.DisturbedRounds.Where(repeated.Contains)];
        Kept = [.. manifest.DisturbedRounds.Except(Replaced)];
    }

    public RunManifest Manifest { get; }

    /// <summary>By workload, parameters and terms, in the plan's order.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Samples whose case the manifest does not plan; they enter nothing.</summary>
    public IReadOnlyList<Sample> Unplanned { get; }

    /// <summary>Disturbed rounds whose samples enter no figure, because they were measured again.</summary>
    public IReadOnlyList<DisturbedRound> Replaced { get; }

    /// <summary>Disturbed rounds that count all the same: not measured again, or not to the end.</summary>
    public IReadOnlyList<DisturbedRound> Kept { get; }

    /// <summary>What a capacity run found; null for every other run. Its trials are in no scenario.</summary>
    public CapacityAnalysis? Capacity { get; }

    /// <summary>The code of its lanes; empty when it was read without.</summary>
    public LaneCode Code => _code.Value;

    public IReadOnlyList<UnreachableCase> Unreachable => Manifest.Unreachable;

    /// <summary>Sorts the samples of a run, whole or still under way, by its manifest's plan.</summary>
    public static RunAnalysis Of(RunManifest manifest, IReadOnlyList<Sample> samples) =>
        Of(manifest, samples, []);

    /// <summary>The same, with the code of the lanes: <c>sources.json</c>.</summary>
    public static RunAnalysis Of(
        RunManifest manifest,
        IReadOnlyList<Sample> samples,
        IReadOnlyList<SourceFile> sources
    )
    {
        var ordinary = manifest with { Cases = manifest.Cases.FindAll(planned => planned.Stage is null) };
        var byArm = samples.ToLookup(sample => (sample.Case, sample.Replica));
        var repeated = new RepeatedRounds(manifest, samples);
        var planned = manifest.Cases.Select(item => (item.Case, item.Replica)).ToHashSet();
        var places = ordinary
            .Cases.Select(item => (item.Workload, item.Parameters, item.Terms))
            .Concat(manifest.Unreachable.Select(item => (item.Workload, item.Parameters, item.Terms)))
            .Distinct();
        return new(
            manifest,
            [.. places.Select(place => ScenarioAt(place, ordinary, byArm, repeated))],
            [.. samples.Where(sample => !planned.Contains((sample.Case, sample.Replica)))],
            repeated,
            CapacityAnalysis.Of(manifest, samples),
            sources
        );
    }

    private static Scenario ScenarioAt(
        (string Workload, ParameterSet Parameters, string Terms) place,
        RunManifest manifest,
        ILookup<(string Case, int Replica), Sample> byArm,
        RepeatedRounds repeated
    ) =>
        new(
            manifest.Workloads.Find(facts => facts.Id == place.Workload)
                ?? new(place.Workload, place.Workload, "", "", Metrics.Throughput.Id),
            place.Parameters,
            Varying(place, manifest),
            place.Terms,
            [
                .. manifest
                    .Cases.Where(item => (item.Workload, item.Parameters, item.Terms).Equals(place))
                    .Select(item => new Arm(item, byArm[(item.Case, item.Replica)], repeated)
                    {
                        Looks = Looks.Of(manifest),
                    }),
            ],
            [
                .. manifest.Unreachable.Where(item =>
                    (item.Workload, item.Parameters, item.Terms).Equals(place)
                ),
            ]
        );

    private static ParameterSet Varying(
        (string Workload, ParameterSet Parameters, string Terms) place,
        RunManifest manifest
    ) =>
        place.Parameters.VaryingAmong(
            manifest.Cases.Where(item => item.Workload == place.Workload).Select(item => item.Parameters)
        );
}
