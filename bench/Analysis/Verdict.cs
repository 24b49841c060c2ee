using System.Text.Json.Serialization;
using Bench.Results;

namespace Bench.Analysis;

/// <summary>The word on two arms in one metric, over paired rounds: an element of <c>compare --json</c>.</summary>
public sealed record Verdict
{
    /// <summary>In what the two arms differ.</summary>
    public ComparisonKind Kind { get; init; }

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

    /// <summary>Lower end of the ratio's 99 % interval, over all <see cref="Looks"/>; null when it has none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the ratio's 99 % interval, over all <see cref="Looks"/>; null when it has none.</summary>
    public double? High { get; init; }

    [JsonPropertyName("verdict")]
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// Rounds judged: those in which both arms have a valid sample with the metric, in a run that goes on until it is
    /// decided those of them that were there at its last look.
    /// </summary>
    public required int Rounds { get; init; }

    /// <summary>
    /// Looks that intervals and p-value allow for, 1 for a run of fixed rounds: each interval then has a level of
    /// 1 − 0.01 ÷ looks (0.05 for equivalence), so that all looks together keep 99 % (95 %).
    /// </summary>
    public int Looks { get; init; } = 1;

    /// <summary>When inconclusive: how many more rounds would probably decide it; null when that cannot be told.</summary>
    public int? FurtherRounds { get; init; }

    /// <summary>Rounds left out as disturbed, of those counted in <see cref="Rounds"/>.</summary>
    public int SetAside { get; init; }

    /// <summary>
    /// Two-sided p-value of the ratio being 1, times the looks, for families of verdicts; null when nothing could be tested.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary>Lower end of the 95 % interval, over all <see cref="Looks"/>, that equivalence is judged by.</summary>
    public double? LowEquivalence { get; init; }

    /// <summary>Upper end of the 95 % interval, over all <see cref="Looks"/>, that equivalence is judged by.</summary>
    public double? HighEquivalence { get; init; }

    /// <summary>Why there is no ratio or no decision, for a reader; null when the figures speak for themselves.</summary>
    public string? Reason { get; init; }

    /// <summary>How steady the baseline's windows were.</summary>
    public SteadyState BaselineSteadyState { get; init; }

    /// <summary>How steady the contender's windows were.</summary>
    public SteadyState ContenderSteadyState { get; init; }

    /// <summary>Arms whose windows did not measure a steady state, by name: no reader should meet the verdict without them.</summary>
    public IReadOnlyList<string> NotSteady { get; init; } = [];

    /// <summary>The same word with the arms' parts exchanged. An end without a finite value stays without.</summary>
    public Verdict Reversed() =>
        this with
        {
            Baseline = Contender,
            Contender = Baseline,
            Ratio = Inverse(Ratio),
            Low = Inverse(High),
            High = Inverse(Low),
            BaselineSteadyState = ContenderSteadyState,
            ContenderSteadyState = BaselineSteadyState,
            LowEquivalence = Inverse(HighEquivalence),
            HighEquivalence = Inverse(LowEquivalence),
            Outcome = Outcome switch
            {
                Outcome.Better => Outcome.Worse,
                Outcome.Worse => Outcome.Better,
                _ => Outcome,
            },
        };

    private static double? Inverse(double? ratio) => ratio > 0 ? 1 / ratio : null;
}
