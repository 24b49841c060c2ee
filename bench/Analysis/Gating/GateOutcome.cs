using System.Text.Json.Serialization;

namespace Bench.Analysis.Gating;

/// <summary>What a gate says of a comparison, and of all of them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateOutcome>))]
public enum GateOutcome
{
    /// <summary>Shown not to be worse than allowed.</summary>
    [JsonStringEnumMemberName("passed")]
    Passed,

    /// <summary>Neither shown to be worse than allowed nor shown not to be.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,

    /// <summary>Shown to be worse, and by more than is allowed; or broken where the base is not.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
