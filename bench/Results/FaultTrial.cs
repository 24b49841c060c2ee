namespace Bench.Results;

/// <summary>What one fault did to one cluster: an open loop of numbered writes, with the fault in the midst of it.</summary>
public sealed record FaultTrial
{
    /// <summary>Id of the fault.</summary>
    public required string Fault { get; init; }

    /// <summary>The fault in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the model.</summary>
    public required string Model { get; init; }

    /// <summary>True when the model promises to keep what it has acknowledged.</summary>
    public required bool IsDurable { get; init; }

    /// <summary>Nodes of the cluster, and a client beside them.</summary>
    public required int Nodes { get; init; }

    /// <summary>Why there are no figures: skipped or failed, in one line; null when there are.</summary>
    public string? Missing { get; init; }

    /// <summary>True when it was skipped because this machine does not allow the fault, or lacks what the cluster needs.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Rate of the writes, 1/s.</summary>
    public double OfferedPerSecond { get; init; }

    /// <summary>Length of the load, seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>From the start of the load to the fault, seconds.</summary>
    public double FaultAtSeconds { get; init; }

    /// <summary>How long the fault was being done, seconds: a node was paused, others restarted one by one.</summary>
    public double FaultSeconds { get; init; }

    /// <summary>
    /// From the fault to the first acknowledgement of a write that was meant for what the hit node kept and was sent after the fault,
    /// seconds; null when there was none.
    /// </summary>
    public double? FirstSuccessSeconds { get; init; }

    /// <summary>
    /// From the fault until acknowledgements of any one second were never again fewer than 95 % of the offered, seconds; 0 when they
    /// never were, null when they were to the end.
    /// </summary>
    public double? FullRateSeconds { get; init; }

    /// <summary>Writes, each with a number of its own.</summary>
    public long Intended { get; init; }

    /// <summary>Writes that the cluster said it has.</summary>
    public long Acknowledged { get; init; }

    /// <summary>Writes that it refused to the last.</summary>
    public long Refused { get; init; }

    /// <summary>Writes that were neither acknowledged nor refused.</summary>
    public long InDoubt { get; init; }

    /// <summary>Attempts that failed or were not answered within their time; the client tried again with the same number.</summary>
    public long Errors { get; init; }

    /// <summary>Writes that the cluster holds at the end.</summary>
    public long State { get; init; }

    /// <summary>Writes that were acknowledged and are not held at the end.</summary>
    public long Lost { get; init; }

    /// <summary>Writes that are held more than once.</summary>
    public long Twice { get; init; }

    /// <summary>
    /// How long after the load writes were held more than once, because a node that the others took for dead had not noticed yet, seconds;
    /// 0 when none was, null when they were to the end, or a trial of an older version did not look.
    /// </summary>
    public double? TwiceForSeconds { get; init; }

    /// <summary>Acknowledgements by second of the load.</summary>
    public IReadOnlyList<long> AcknowledgedBySecond { get; init; } = [];
}
