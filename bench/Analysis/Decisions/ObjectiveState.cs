using System.Text.Json.Serialization;

namespace Bench.Analysis.Decisions;

/// <summary>What the launches say of one objective.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObjectiveState>))]
public enum ObjectiveState
{
    /// <summary>The whole interval lies on the right side of the threshold.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>The whole interval lies on the wrong side.</summary>
    [JsonStringEnumMemberName("not met")]
    Missed,

    /// <summary>The interval holds the threshold, or there are too few launches to have one.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,
}
