namespace Bench.Results;

/// <summary>The document <c>faults.json</c>: what faults did to clusters.</summary>
public sealed record FaultTrials
{
    public int SchemaVersion { get; init; } = Sample.CurrentSchemaVersion;

    /// <summary>Names these trials, as a run's id names its samples.</summary>
    public required string Run { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Commit of the checkout; null where it is not told.</summary>
    public string? Commit { get; init; }

    /// <summary>Fingerprint of the machine, as in a manifest.</summary>
    public required string Machine { get; init; }

    public required IReadOnlyList<FaultTrial> Trials { get; init; }
}
