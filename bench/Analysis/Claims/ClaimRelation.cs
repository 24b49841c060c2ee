using System.Text.Json.Serialization;

namespace Bench.Analysis.Claims;

/// <summary>What is held against a threshold.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimRelation>))]
public enum ClaimRelation
{
    /// <summary>Contender ÷ baseline, paired by round.</summary>
    [JsonStringEnumMemberName("ratio")]
    Ratio,

    /// <summary>The centre of the contender's launches.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>Contender − baseline, paired by round.</summary>
    [JsonStringEnumMemberName("difference")]
    Difference,

    /// <summary>The metric is 0 in every launch.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Every model is beaten somewhere: judged from the whole run.</summary>
    [JsonStringEnumMemberName("noSingleBest")]
    NoSingleBest,

    /// <summary>A lane that is wrong on purpose is caught, and the right one is not: judged from what was seen of pitfalls.</summary>
    [JsonStringEnumMemberName("caught")]
    Caught,

    /// <summary>Code of the contender ÷ that of the baseline, paired by workload: judged from the run's code.</summary>
    [JsonStringEnumMemberName("code")]
    Code,
}
