namespace Bench.Analysis;

/// <summary>
/// Judges a ratio from the log ratios of paired rounds: negligible when the 95 % interval lies within the margin,
/// else higher or lower when the 99 % interval excludes 1, else undecided. Decision 0004 has the simulated rates.
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
    /// ln(contender ÷ baseline) per round; infinite where one of them is 0, and 0 where both are.
    /// </param>
    /// <param name="margin">Largest relative difference that does not matter: ratios from 1 ÷ (1 + margin) to 1 + margin.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not positive.</exception>
    /// <exception cref="ArgumentException">There is no round, or a log ratio is not a number.</exception>
    public static Judgement Judge(IReadOnlyList<double> logRatios, double margin = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        if (logRatios.Count == 0 || logRatios.Any(double.IsNaN))
        {
            throw new ArgumentException("Log ratios of at least one round are needed", nameof(logRatios));
        }

        return logRatios switch
        {
            [var only] => Undecided(only, logRatios.Count),
            _ when logRatios.All(double.IsFinite) => Judge(
                StudentLogRatio.Of(logRatios),
                logRatios.Count,
                Math.Log(1 + margin)
            ),
            _ => BySign(logRatios, Math.Log(1 + margin)),
        };
    }

    private static Judgement BySign(IReadOnlyList<double> logRatios, double margin)
    {
        var zeros = logRatios.Count(value => !double.IsFinite(value));
        var judgement = Judge(SignLogRatio.Of(logRatios), logRatios.Count, margin);
        var needed = judgement.Difference == Difference.Undecided ? ", which takes at least 8" : "";
        return judgement with
        {
            Reason =
                $"one arm is zero in {zeros} of {logRatios.Count} rounds: judged by the rounds' signs{needed}",
        };
    }

    private static Judgement Judge(LogRatio ratio, int rounds, double margin)
    {
        var interval = ratio.Interval(DifferenceLevel);
        var equivalence = ratio.Interval(EquivalenceLevel);
        var difference = (interval, equivalence) switch
        {
            _ when rounds < Fewest => Difference.Undecided,
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
            PValue = ratio.PValue,
            Rounds = rounds,
            SetAside = ratio.SetAside,
            FurtherRounds =
                undecided && ratio.Spread is { } spread
                    ? FurtherRounds.ToDecide(ratio.Centre, spread, rounds, margin)
                    : null,
            Reason = rounds < Fewest ? TooFew(rounds) : null,
        };
    }

    private static Judgement Undecided(double logRatio, int rounds) =>
        new()
        {
            Ratio = Math.Exp(logRatio),
            Interval = (0, double.PositiveInfinity),
            EquivalenceInterval = (0, double.PositiveInfinity),
            Difference = Difference.Undecided,
            PValue = 1,
            Rounds = rounds,
            FurtherRounds = Fewest - rounds,
            Reason = TooFew(rounds),
        };

    private static string TooFew(int rounds) =>
        $"{rounds} round{(rounds == 1 ? "" : "s")} measured, at least {Fewest} are needed";
}
