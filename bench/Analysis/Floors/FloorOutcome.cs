using System.Text.Json.Serialization;

namespace Bench.Analysis.Floors;

/// <summary>What can be said of a lane's cost against the best public form of the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FloorOutcome>))]
public enum FloorOutcome
{
    /// <summary>The rounds at hand do not decide it.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,

    /// <summary>It costs at most the margin more than every form.</summary>
    [JsonStringEnumMemberName("within")]
    Within,

    /// <summary>It costs more than that beside at least one form.</summary>
    [JsonStringEnumMemberName("slower")]
    Slower,
}
