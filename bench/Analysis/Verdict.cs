using System.Text.Json.Serialization;
using Bench.Results;

namespace Bench.Analysis;

/// <summary>The word on two arms in one metric, over paired rounds: an element of <c>compare --json</c>.</summary>
public sealed record Verdict
{
    /// <summary>Id of the metric.</summary>
    public required string Metric { get; init; }
    public required string Workload { get; init; }
    public required ParameterSet Parameters { get; init; }

    /// <summary><c>told</c>, <c>equal</c>, or both when arms on different terms are compared.</summary>
    public required string Terms { get; init; }

    /// <summary>Name of the arm that the contender is measured against.</summary>
    public required string Baseline { get; init; }
    public required string Contender { get; init; }

    /// <summary>Contender ÷ baseline; null when there is no finite ratio.</summary>
    public double? Ratio { get; init; }

    /// <summary>Lower end of the 99 % interval of the ratio; null when it has none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the 99 % interval of the ratio; null when it has none.</summary>
    public double? High { get; init; }

    [JsonPropertyName("verdict")]
    public required Outcome Outcome { get; init; }

    /// <summary>Rounds in which both arms have a valid sample with the metric.</summary>
    public required int Rounds { get; init; }

    /// <summary>When inconclusive: how many more rounds would probably decide it; null when that cannot be told.</summary>
    public int? FurtherRounds { get; init; }

    /// <summary>Lower end of the interval that equivalence is judged by.</summary>
    public double? LowEquivalence { get; init; }

    /// <summary>Upper end of the interval that equivalence is judged by.</summary>
    public double? HighEquivalence { get; init; }

    /// <summary>Why there is no ratio or no decision, for a reader; null when the figures speak for themselves.</summary>
    public string? Reason { get; init; }
}
