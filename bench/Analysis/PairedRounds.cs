namespace Bench.Analysis;

/// <summary>
/// Judges a ratio from the log ratios of paired rounds: negligible when the 95 % interval lies within the margin,
/// else higher or lower when the 99 % interval excludes 1, else undecided. Decision 0004 has the simulated rates, decision
/// 0006 those of rounds that are looked at several times.
/// </summary>
public static class PairedRounds
{
    /// <summary>Fewest rounds that decide anything.</summary>
    public const int Fewest = 5;

    /// <summary>Confidence of the interval by which a difference is judged.</summary>
    public const double DifferenceLevel = 0.99;

    /// <summary>
    /// Confidence of the interval by which equivalence is judged. 90 % would let a true difference of just the margin
    /// pass as equivalent in 5 % of cases, and with that no method could find it in 95 %.
    /// </summary>
    public const double EquivalenceLevel = 0.95;

    /// <param name="logRatios">
    /// ln(contender ÷ baseline) per round, in their order; infinite where one of them is 0, and 0 where both are.
    /// </param>
    /// <param name="margin">Largest relative difference that does not matter: ratios from 1 ÷ (1 + margin) to 1 + margin.</param>
    /// <param name="looks">When the rounds are judged; null for once, whenever that is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not positive.</exception>
    /// <exception cref="ArgumentException">There is no round, or a log ratio is not a number.</exception>
    public static Judgement Judge(IReadOnlyList<double> logRatios, double margin = 0.05, Looks? looks = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        if (logRatios.Count == 0 || logRatios.Any(double.IsNaN))
        {
            throw new ArgumentException("Log ratios of at least one round are needed", nameof(logRatios));
        }

        var plan = looks ?? Looks.Once;
        var judged = plan.Judged(logRatios);
        var judgement = judged switch
        {
            [var only] => Undecided(only, plan),
            _ when judged.All(double.IsFinite) => Judge(
                StudentLogRatio.Of(judged),
                judged.Count,
                Math.Log(1 + margin),
                plan
            ),
            _ => BySign(judged, Math.Log(1 + margin), plan),
        };
        return judgement.FurtherRounds is { } further
            ? judgement with
            {
                FurtherRounds = Math.Max(1, judged.Count + further - logRatios.Count),
            }
            : judgement;
    }

    private static Judgement BySign(IReadOnlyList<double> logRatios, double margin, Looks looks)
    {
        var zeros = logRatios.Count(value => !double.IsFinite(value));
        var judgement = Judge(SignLogRatio.Of(logRatios), logRatios.Count, margin, looks);
        var fewest = Math.Ceiling(Math.Log2(2 / (1 - looks.Level(DifferenceLevel))));
        var how = judgement.Difference == Difference.Undecided ? $"{fewest} needed" : "judged by signs";
        return judgement with { Reason = $"one arm is 0 in {zeros} of {logRatios.Count} rounds: {how}" };
    }

    private static Judgement Judge(LogRatio ratio, int rounds, double margin, Looks looks)
    {
        var interval = ratio.Interval(looks.Level(DifferenceLevel));
        var equivalence = ratio.Interval(looks.Level(EquivalenceLevel));
        var difference = (interval, equivalence) switch
        {
            _ when rounds < looks.First => Difference.Undecided,
            (_, var (low, high)) when low > -margin && high < margin => Difference.Negligible,
            ((> 0, _), _) => Difference.Higher,
            ((_, < 0), _) => Difference.Lower,
            _ => Difference.Undecided,
        };
        var undecided = difference == Difference.Undecided;
        return new()
        {
            Ratio = Math.Exp(ratio.Centre),
            Interval = (Math.Exp(interval.Low), Math.Exp(interval.High)),
            EquivalenceInterval = (Math.Exp(equivalence.Low), Math.Exp(equivalence.High)),
            Difference = difference,
            PValue = looks.PValue(ratio.PValue, rounds),
            Rounds = rounds,
            SetAside = ratio.SetAside,
            FurtherRounds =
                undecided && ratio.Spread is { } spread
                    ? FurtherRounds.ToDecide(ratio.Centre, spread, rounds, margin, looks)
                    : null,
            Reason = rounds < looks.First ? looks.TooFew(rounds) : null,
        };
    }

    private static Judgement Undecided(double logRatio, Looks looks) =>
        new()
        {
            Ratio = Math.Exp(logRatio),
            Interval = (0, double.PositiveInfinity),
            EquivalenceInterval = (0, double.PositiveInfinity),
            Difference = Difference.Undecided,
            PValue = 1,
            Rounds = 1,
            FurtherRounds = looks.First - 1,
            Reason = looks.TooFew(1),
        };
}
