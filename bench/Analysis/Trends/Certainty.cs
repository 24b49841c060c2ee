using System.Text.Json.Serialization;

namespace Bench.Analysis.Trends;

/// <summary>How far a change can be relied upon.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Stands out of its own series, but not among all the series that were looked at.</summary>
    [JsonStringEnumMemberName("possible")]
    Possible,

    /// <summary>Stands out among all the series that were looked at.</summary>
    [JsonStringEnumMemberName("likely")]
    Likely,
}
