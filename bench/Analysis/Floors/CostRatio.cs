namespace Bench.Analysis.Floors;

/// <summary>One cost ÷ another, over paired rounds.</summary>
/// <param name="Ratio">The ratio; null when no round has both.</param>
/// <param name="Low">Lower end of its 99 % interval; null when it has none.</param>
/// <param name="High">Upper end of its 99 % interval; null when it has none.</param>
/// <param name="Limit">The ratio that is allowed.</param>
/// <param name="Rounds">Rounds that have both.</param>
/// <param name="Outcome">Where it lies against the limit.</param>
/// <param name="PValue">Two-sided p-value of the ratio being just the limit.</param>
/// <param name="FurtherRounds">When inconclusive, further rounds that would probably decide; null when not to be told.</param>
/// <param name="Reason">Why there is no ratio or no decision; null when the figures speak.</param>
public sealed record CostRatio(
    double? Ratio,
    double? Low,
    double? High,
    double Limit,
    int Rounds,
    FloorOutcome Outcome,
    double PValue,
    int? FurtherRounds,
    string? Reason
)
{
    // Judged against a limit there is no equivalence: the ratio lies on one side of it or the other.
    private const double NoEquivalence = 1e-9;

    /// <summary>Judges a ratio against a limit by the suite's own intervals (decision 4).</summary>
    /// <param name="contender">Costs by round.</param>
    /// <param name="baseline">Costs by round.</param>
    /// <param name="limit">The ratio that is allowed.</param>
    public static CostRatio Of(
        IReadOnlyDictionary<int, double> contender,
        IReadOnlyDictionary<int, double> baseline,
        double limit
    )
    {
        double[] logRatios =
        [
            .. contender
                .Keys.Intersect(baseline.Keys)
                .Order()
                .Select(round => Math.Log(contender[round] / baseline[round] / limit)),
        ];
        if (logRatios.Length == 0)
        {
            return None("no round has a valid launch of both", limit);
        }

        var judgement = PairedRounds.Judge(logRatios, NoEquivalence);
        return new(
            judgement.Ratio * limit,
            logRatios.Length == 1 ? null : judgement.Interval.Low * limit,
            logRatios.Length == 1 ? null : judgement.Interval.High * limit,
            limit,
            judgement.Rounds,
            judgement.Difference switch
            {
                Difference.Lower => FloorOutcome.Within,
                Difference.Higher => FloorOutcome.Slower,
                _ => FloorOutcome.Inconclusive,
            },
            judgement.PValue,
            judgement.FurtherRounds,
            judgement.Reason
        );
    }

    /// <summary>No ratio, and why.</summary>
    public static CostRatio None(string reason, double limit) =>
        new(null, null, null, limit, 0, FloorOutcome.Inconclusive, 1, null, reason);
}
