using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>What a measured window looks like over time, from best to worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SteadyState>))]
public enum SteadyState
{
    /// <summary>Too few slices to tell.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>No part differs from the second half by more than the tolerance.</summary>
    [JsonStringEnumMemberName("steady")]
    Steady,

    /// <summary>The first half still changes, the second does not.</summary>
    [JsonStringEnumMemberName("warming")]
    Warming,

    /// <summary>It goes one way from beginning to end.</summary>
    [JsonStringEnumMemberName("drifting")]
    Drifting,

    /// <summary>It changes in another way: jumps, stalls, swings.</summary>
    [JsonStringEnumMemberName("unsteady")]
    Unsteady,
}
