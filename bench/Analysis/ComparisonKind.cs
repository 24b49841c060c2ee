using System.Text.Json.Serialization;

namespace Bench.Analysis;

/// <summary>In what the two arms of a comparison differ.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComparisonKind>))]
public enum ComparisonKind
{
    /// <summary>Another model, or another way of using it.</summary>
    [JsonStringEnumMemberName("models")]
    Models,

    /// <summary>The same model on other terms.</summary>
    [JsonStringEnumMemberName("terms")]
    Terms,

    /// <summary>Nothing: the second copy of a case in the same run.</summary>
    [JsonStringEnumMemberName("aa")]
    Copies,

    /// <summary>Tracing: the same case traced and not.</summary>
    [JsonStringEnumMemberName("traced")]
    Traced,

    /// <summary>The build: the same case by this tree's programs and by the base's, in the same run.</summary>
    [JsonStringEnumMemberName("builds")]
    Builds,

    /// <summary>The run: the same case before and after.</summary>
    [JsonStringEnumMemberName("runs")]
    Runs,
}
