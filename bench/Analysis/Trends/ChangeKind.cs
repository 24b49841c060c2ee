using System.Text.Json.Serialization;

namespace Bench.Analysis.Trends;

/// <summary>How a series changes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>From one run to the next, to another level.</summary>
    [JsonStringEnumMemberName("step")]
    Step,

    /// <summary>Slowly, all along: a line explains the series better than steps do.</summary>
    [JsonStringEnumMemberName("drift")]
    Drift,

    /// <summary>Runs scatter more, or less, than before; says nothing of the level.</summary>
    [JsonStringEnumMemberName("spread")]
    Spread,
}
