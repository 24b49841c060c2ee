using System.Text.Json.Serialization;

namespace Bench.Analysis.Decisions;

/// <summary>What the evidence comes to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionOutcome>))]
public enum DecisionOutcome
{
    /// <summary>One option keeps the requirement and is shown to cost least, or is the only one that keeps it.</summary>
    [JsonStringEnumMemberName("chosen")]
    Chosen,

    /// <summary>Several keep it, and the one that costs least by its centre is not shown to cost less than the others named.</summary>
    [JsonStringEnumMemberName("tied")]
    Tied,

    /// <summary>No option keeps it: that is an answer, too.</summary>
    [JsonStringEnumMemberName("nobody keeps it")]
    NobodyMeets,

    /// <summary>It is open whether some option keeps it that could be the answer.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,
}
