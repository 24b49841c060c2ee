using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>Operations of the measured window. Intended must equal the sum of the rest.</summary>
public sealed record OperationCounts
{
    public long Intended { get; init; }
    public long Completed { get; init; }
    public long Failed { get; init; }

    /// <summary>Refused at admission by the lane's own back-pressure.</summary>
    public long Rejected { get; init; }

    /// <summary>Not answered by their deadline.</summary>
    public long TimedOut { get; init; }

    /// <summary>True when nothing was lost and nothing counted twice.</summary>
    [JsonIgnore]
    public bool AddUp => Intended == Completed + Failed + Rejected + TimedOut;

    /// <summary>Share of intended operations that did not complete, 0…1.</summary>
    [JsonIgnore]
    public double ErrorRate => Intended == 0 ? 0 : 1 - ((double)Completed / Intended);

    /// <summary>The sum of two windows.</summary>
    public OperationCounts Plus(OperationCounts other) =>
        new()
        {
            Intended = Intended + other.Intended,
            Completed = Completed + other.Completed,
            Failed = Failed + other.Failed,
            Rejected = Rejected + other.Rejected,
            TimedOut = TimedOut + other.TimedOut,
        };
}
