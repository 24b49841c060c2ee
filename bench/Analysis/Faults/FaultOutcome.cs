using System.Text.Json.Serialization;

namespace Bench.Analysis.Faults;

/// <summary>What is to be said of a fault trial.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultOutcome>))]
public enum FaultOutcome
{
    /// <summary>Everything that was acknowledged is held, once.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>A model that keeps its state in memory has lost acknowledged writes, as it may.</summary>
    [JsonStringEnumMemberName("lost state")]
    LostState,

    /// <summary>A promise was broken.</summary>
    [JsonStringEnumMemberName("incorrect")]
    Incorrect,

    /// <summary>This machine does not allow the fault.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,

    /// <summary>There are no figures.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
