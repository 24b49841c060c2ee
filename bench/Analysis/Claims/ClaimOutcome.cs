using System.Text.Json.Serialization;

namespace Bench.Analysis.Claims;

/// <summary>What samples make of a claim.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimOutcome>))]
public enum ClaimOutcome
{
    /// <summary>The whole interval lies on the claimed side of the threshold.</summary>
    [JsonStringEnumMemberName("holds")]
    Holds,

    /// <summary>The whole interval lies on the other side.</summary>
    [JsonStringEnumMemberName("refuted")]
    Refuted,

    /// <summary>There are samples, but they do not decide it.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,

    /// <summary>There are no samples.</summary>
    [JsonStringEnumMemberName("not measured")]
    NotMeasured,

    /// <summary>This machine or this model lacks the means.</summary>
    [JsonStringEnumMemberName("not measurable here")]
    NotMeasurable,
}
