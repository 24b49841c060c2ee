using System.Text.Json.Serialization;

namespace Bench.Analysis.Decisions;

/// <summary>Whether an option keeps the service level at the load asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OptionState>))]
public enum OptionState
{
    /// <summary>Every objective is met.</summary>
    [JsonStringEnumMemberName("keeps it")]
    Meets,

    /// <summary>At least one objective is not met.</summary>
    [JsonStringEnumMemberName("does not keep it")]
    Misses,

    /// <summary>Nothing is missed, but not everything is shown.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,

    /// <summary>It lost, doubled or reordered something, hung or crashed in some launch: never chosen.</summary>
    [JsonStringEnumMemberName("broken")]
    Broken,

    /// <summary>It cannot be offered that load here.</summary>
    [JsonStringEnumMemberName("out of reach")]
    OutOfReach,
}
