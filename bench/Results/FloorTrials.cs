namespace Bench.Results;

/// <summary>The document <c>floors.json</c>: the lanes and the forms of their models' public benchmarks, measured side by side.</summary>
public sealed record FloorTrials
{
    public int SchemaVersion { get; init; } = Sample.CurrentSchemaVersion;

    /// <summary>Names these trials, as a run's id names its samples.</summary>
    public required string Run { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Commit of the checkout; null where it is not told.</summary>
    public string? Commit { get; init; }

    /// <summary>Fingerprint of the machine, as in a manifest.</summary>
    public required string Machine { get; init; }

    /// <summary>Processors of the machine, for the share that others used.</summary>
    public required int LogicalProcessors { get; init; }

    /// <summary>Seed of the rounds' orders.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Rounds: each arm is launched once in each.</summary>
    public required int Rounds { get; init; }

    public required IReadOnlyList<FloorPattern> Patterns { get; init; }

    public required IReadOnlyList<FloorArm> Arms { get; init; }
}
