using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>One lane on one kind of terms whose capacity is looked for.</summary>
public sealed record CapacityTarget
{
    public required string Workload { get; init; }
    public required string Model { get; init; }
    public required string Variant { get; init; }

    /// <summary><c>told</c> or <c>equal</c>.</summary>
    public required string Terms { get; init; }

    /// <summary>The parameter that is the offered load, such as <c>users</c> or <c>ratePerSecond</c>.</summary>
    public required string Parameter { get; init; }

    /// <summary>The load that the search begins with.</summary>
    public required int Start { get; init; }

    /// <summary>What the lane is configured with of its own, as told.</summary>
    public required ParameterSet Configuration { get; init; }

    /// <summary>All parameters of the workload, where a file describes them; null where the workload has its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParameterSet? Parameters { get; init; }

    /// <summary>True when told and equal terms configure the lane alike, so that one search holds for both.</summary>
    public bool AlikeOnBothTerms { get; init; }
}
