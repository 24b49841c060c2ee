using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary><c>manifest.json</c>: the plan of a run and where it is carried out.</summary>
public sealed record RunManifest
{
    public int SchemaVersion { get; init; } = Sample.CurrentSchemaVersion;
    public required string Run { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required string Preset { get; init; }

    /// <summary>Rounds planned when the run began; <see cref="ExtraRounds"/> come after.</summary>
    public required int Rounds { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>Rounds added since the run began, in ascending order from <see cref="Rounds"/> + 1.</summary>
    /// <remarks>The generated reader gives null, not the initial value, for manifests from before there were any.</remarks>
    public List<ExtraRound> ExtraRounds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Rounds found disturbed once they were over, in the order in which it was last decided what becomes of them.</summary>
    /// <remarks>As with every field that is younger than the schema: older files lack it, and the generated reader then gives null.</remarks>
    public List<DisturbedRound> DisturbedRounds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The rule by which the run goes on beyond its first rounds; null when it does not.</summary>
    public UntilDecided? UntilDecided { get; init; }

    /// <summary>The command that repeats this run.</summary>
    public required string Command { get; init; }

    /// <summary>Commit of the suite, with <c>+changes</c> when the tree was not clean; null outside a checkout.</summary>
    public string? Commit { get; init; }

    public required MachineFacts Machine { get; init; }
    public required List<WorkloadFacts> Workloads { get; init; }
    public required List<ModelFacts> Models { get; init; }
    public required List<PlannedCase> Cases { get; init; }
    public List<UnreachableCase> Unreachable { get; init; } = [];

    /// <summary>What the models of the run leave out of its workloads, and why.</summary>
    public List<LeftOut> LeftOut
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What a capacity run looks for; null in every other run.</summary>
    public CapacityPlan? Capacity { get; init; }

    /// <summary>Which two builds the run holds against each other; null in every other run.</summary>
    public GatePlan? Gate { get; init; }

    /// <summary>The runs that it was merged from; empty for a run that was not.</summary>
    public List<ShardFacts> Shards
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Packages whose versions change results.</summary>
    public SortedDictionary<string, string> Packages { get; init; } = [];

    /// <summary>The number of the last round of the plan as it stands.</summary>
    [JsonIgnore]
    public int LastRound => Rounds + ExtraRounds.Count;

    /// <summary>Samples that the plan as it stands asks for.</summary>
    [JsonIgnore]
    public int PlannedSamples =>
        (Rounds * Cases.Count) + ExtraRounds.Sum(extra => extra.Cases?.Count ?? Cases.Count);
}
