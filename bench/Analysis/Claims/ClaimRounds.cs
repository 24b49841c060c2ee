namespace Bench.Analysis.Claims;

/// <summary>Plans how many more rounds an undecided part needs.</summary>
internal static class ClaimRounds
{
    /// <summary>
    /// The fewest further rounds after which the nearest threshold would be excluded with a chance of 80 % if centre and
    /// spread are as seen so far; null when that takes more than a thousand rounds in all.
    /// </summary>
    /// <param name="values">One a round.</param>
    /// <param name="estimate">Their estimate.</param>
    /// <param name="bounds">The thresholds on the same scale.</param>
    /// <param name="level">Confidence that decides, 0…1.</param>
    public static int? ToDecide(
        IReadOnlyList<double> values,
        LogRatio estimate,
        IReadOnlyList<double> bounds,
        double level
    )
    {
        if (estimate.Spread is not { } spread)
        {
            return bounds.All(bound =>
                values.All(value => value < bound) || values.All(value => value > bound)
            )
                ? BySign(values.Count, level)
                : null;
        }

        var distance = bounds.Min(bound => Math.Abs(estimate.Centre - bound));
        return FurtherRounds.Fewest(
            values.Count,
            total => distance > FurtherRounds.Reach(spread, level, total)
        );
    }

    /// <summary>The same where every round says the same and only its sign counts.</summary>
    public static int? BySign(int rounds, double level) =>
        FurtherRounds.Fewest(rounds, total => 2 * Math.Pow(0.5, total) <= 1 - level);
}
