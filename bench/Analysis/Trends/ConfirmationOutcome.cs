using System.Text.Json.Serialization;

namespace Bench.Analysis.Trends;

/// <summary>What came of measuring a change again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfirmationOutcome>))]
public enum ConfirmationOutcome
{
    /// <summary>The two commits differ, in the direction of the change.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>The two commits are equivalent, or differ the other way: what changed is not the code between them.</summary>
    [JsonStringEnumMemberName("notReproduced")]
    NotReproduced,

    /// <summary>Measured, and still not to be told.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>There was nothing to measure, or it could not be built.</summary>
    [JsonStringEnumMemberName("notMeasured")]
    NotMeasured,
}
