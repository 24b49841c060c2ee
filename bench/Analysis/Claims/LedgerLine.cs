using System.Text.Json.Serialization;

namespace Bench.Analysis.Claims;

/// <summary>One part of a claim on one kind of terms, judged: an element of <c>claims --json</c>.</summary>
public sealed record LedgerLine
{
    /// <summary>Id of the claim.</summary>
    public required string Id { get; init; }

    /// <summary>Title of the part.</summary>
    public required string Part { get; init; }

    /// <summary><c>told</c> or <c>equal</c>; null for a part that awaits its workload, and for pitfalls and code, which have none.</summary>
    public string? Terms { get; init; }

    /// <summary>False for a line that stands beside the claim: a further contender, or a part that is only of interest.</summary>
    public required bool Decides { get; init; }
    public ClaimRelation? Relation { get; init; }
    public string? Workload { get; init; }
    public string? Contender { get; init; }
    public string? Baseline { get; init; }

    /// <summary>Id of the metric.</summary>
    public string? Metric { get; init; }
    public required ClaimOutcome Outcome { get; init; }

    /// <summary>Contender ÷ baseline; null where no ratio is judged or there is none.</summary>
    public double? Ratio { get; init; }

    /// <summary>In <see cref="Unit"/>: the contender's centre, its difference from the baseline, or the share of launches that had any.</summary>
    public double? Value { get; init; }

    /// <summary>Unit of value, interval and thresholds; null for ratios.</summary>
    public string? Unit { get; init; }

    /// <summary>Lower end of the 99 % interval; null when it has none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the 99 % interval; null when it has none.</summary>
    public double? High { get; init; }
    public double? AtLeast { get; init; }
    public double? AtMost { get; init; }

    /// <summary>Of the two thresholds the one that is nearest to the figure.</summary>
    public double? Threshold { get; init; }

    /// <summary>Looks that interval and p-value allow for: see <see cref="Verdict.Looks"/>.</summary>
    public int Looks { get; init; } = 1;

    /// <summary>Rounds that the figure rests on; workloads, where code is compared.</summary>
    public int Rounds { get; init; }

    /// <summary>Rounds of these that were left out as disturbed.</summary>
    public int SetAside { get; init; }

    /// <summary>When undecided: how many more rounds would probably decide it; null when that cannot be told.</summary>
    public int? FurtherRounds { get; init; }

    /// <summary>p-value before the family is taken into account; null when nothing was tested.</summary>
    public double? PValue { get; init; }

    /// <summary>Id of the run that the samples are of, or of the trials of a pitfall.</summary>
    public string? Run { get; init; }

    /// <summary>Why there is no figure or no decision, for a reader; null when the figures speak for themselves.</summary>
    public string? Reason { get; init; }

    /// <summary>The test, for the family; null when nothing was tested.</summary>
    [JsonIgnore]
    internal ClaimTest? Test { get; init; }
}
