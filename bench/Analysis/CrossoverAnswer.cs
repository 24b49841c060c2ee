using System.Text.Json.Serialization;

namespace Bench.Analysis;

/// <summary>What the measured sizes say of two arms along a parameter.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CrossoverAnswer>))]
public enum CrossoverAnswer
{
    /// <summary>Fewer than two sizes have figures of both.</summary>
    [JsonStringEnumMemberName("tooFewPoints")]
    TooFewPoints,

    /// <summary>At some size nothing is decided, or there is no figure, and no crossover is shown without it: there may be one.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,

    /// <summary>Decided at every size, and never the other way round: one leads, or both are equivalent, everywhere.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>One is shown to lead at some size, the other at a larger one.</summary>
    [JsonStringEnumMemberName("crossover")]
    Crossover,
}
