using System.Text.Json.Serialization;

namespace Bench.Analysis.Pitfalls;

/// <summary>What detectors made of a pitfall.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PitfallOutcome>))]
public enum PitfallOutcome
{
    /// <summary>A detector of its own called the wrong lane, and none called the right one.</summary>
    [JsonStringEnumMemberName("caught")]
    Caught,

    /// <summary>No detector of its own called any of as many launches of the wrong lane as are tried.</summary>
    [JsonStringEnumMemberName("got away")]
    GotAway,

    /// <summary>A detector called the right lane, so what it says of the wrong one is worth nothing.</summary>
    [JsonStringEnumMemberName("false alarm")]
    FalseAlarm,

    /// <summary>There was no time for all launches, and those that there were do not tell.</summary>
    [JsonStringEnumMemberName("not tried")]
    NotTried,
}
