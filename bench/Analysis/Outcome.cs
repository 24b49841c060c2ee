using System.Text.Json.Serialization;

namespace Bench.Analysis;

/// <summary>What a comparison can say of the contender.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>The rounds at hand do not decide it.</summary>
    [JsonStringEnumMemberName("inconclusive")]
    Inconclusive,

    /// <summary>The contender differs from the baseline by less than the margin, if at all.</summary>
    [JsonStringEnumMemberName("equivalent")]
    Equivalent,

    [JsonStringEnumMemberName("better")]
    Better,

    [JsonStringEnumMemberName("worse")]
    Worse,
}
