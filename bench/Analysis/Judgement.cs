namespace Bench.Analysis;

/// <summary>The judgement on one ratio over paired rounds. Ratios may be 0 or infinite where an arm has zeros.</summary>
public sealed record Judgement
{
    /// <summary>Centre of the rounds' ratios.</summary>
    public required double Ratio { get; init; }

    /// <summary>The ratio's 99 % interval, over all looks, by which a difference is judged.</summary>
    public required (double Low, double High) Interval { get; init; }

    /// <summary>The ratio's 95 % interval, over all looks, by which equivalence is judged.</summary>
    public required (double Low, double High) EquivalenceInterval { get; init; }
    public required Difference Difference { get; init; }

    /// <summary>Two-sided p-value of the ratio being 1, times the looks; 1 when the rounds are too few to tell.</summary>
    public required double PValue { get; init; }

    /// <summary>Rounds judged: those that were there at the last look.</summary>
    public required int Rounds { get; init; }

    /// <summary>Rounds found disturbed and left out: see <see cref="DisturbedRounds"/>.</summary>
    public int SetAside { get; init; }

    /// <summary>When undecided: rounds that would probably decide it; null when over a thousand, beyond the last look or not to be told.</summary>
    public int? FurtherRounds { get; init; }

    /// <summary>What a reader must know beside the figures; null when there is nothing.</summary>
    public string? Reason { get; init; }
}
