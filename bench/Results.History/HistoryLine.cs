using System.Text.Json.Serialization;

namespace Bench.Results.History;

/// <summary>A line of an exported history, which has one of these: the header first, each run's manifest before its samples, their number last.</summary>
internal sealed record HistoryLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HistoryHeader? History { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunManifest? Manifest { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sample? Sample { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HistoryTotals? End { get; init; }
}
