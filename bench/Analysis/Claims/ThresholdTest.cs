namespace Bench.Analysis.Claims;

/// <summary>
/// Holds one figure a round against thresholds: holds when its whole 99 % interval lies on the claimed side, refuted
/// when it lies wholly on the other, else undecided. Intervals are those of verdicts: Student's t with disturbed rounds
/// set aside, or the sign test where a figure is infinite.
/// </summary>
internal static class ThresholdTest
{
    /// <param name="all">One a round in their order, at least one; logarithms where ratios are judged, then infinite for zeros.</param>
    /// <param name="atLeast">Lower threshold on the same scale; null when there is none.</param>
    /// <param name="atMost">Upper threshold on the same scale; null when there is none.</param>
    /// <param name="looks">When the rounds are judged.</param>
    public static ClaimTest Of(IReadOnlyList<double> all, double? atLeast, double? atMost, Looks looks)
    {
        var values = looks.Judged(all);
        double[] bounds = Bounds(atLeast, atMost);
        if (values.Count == 1)
        {
            return new(
                ClaimOutcome.Undecided,
                values[0],
                double.NegativeInfinity,
                double.PositiveInfinity,
                1,
                1,
                0,
                _ => looks.First - 1,
                ClaimTest.TooFew(1, looks)
            );
        }

        var estimate = Estimate(values);
        var interval = estimate.Interval(looks.Level(PairedRounds.DifferenceLevel));
        var tooFew = ClaimTest.TooFew(values.Count, looks);
        return new(
            tooFew is null ? Outcome(interval, atLeast, atMost) : ClaimOutcome.Undecided,
            estimate.Centre,
            interval.Low,
            interval.High,
            tooFew is null ? looks.PValue(PValue(values, interval, bounds, Estimate), values.Count) : 1,
            values.Count,
            estimate.SetAside,
            level =>
                ClaimRounds.ToDecide(values, estimate, bounds, looks.Level(level)) is { } further
                    ? looks.Further(all.Count, values.Count + further)
                    : null,
            tooFew ?? Zeros(values)
        );
    }

    /// <summary>
    /// The same for figures of which none is a disturbed one, so that none is set aside and no further ones are to be had.
    /// </summary>
    /// <param name="values">At least as many as decide anything, finite.</param>
    /// <param name="atLeast">Lower threshold on the same scale; null when there is none.</param>
    /// <param name="atMost">Upper threshold on the same scale; null when there is none.</param>
    public static ClaimTest OfAll(IReadOnlyList<double> values, double? atLeast, double? atMost)
    {
        var estimate = StudentLogRatio.OfAll(values);
        var interval = estimate.Interval(PairedRounds.DifferenceLevel);
        return new(
            Outcome(interval, atLeast, atMost),
            estimate.Centre,
            interval.Low,
            interval.High,
            PValue(values, interval, Bounds(atLeast, atMost), StudentLogRatio.OfAll),
            values.Count,
            0,
            _ => null,
            null
        );
    }

    private static double[] Bounds(double? atLeast, double? atMost) =>
        [.. new[] { atLeast, atMost }.OfType<double>()];

    private static LogRatio Estimate(IReadOnlyList<double> values) =>
        values.All(double.IsFinite) ? StudentLogRatio.Of(values) : SignLogRatio.Of(values);

    private static ClaimOutcome Outcome((double Low, double High) interval, double? atLeast, double? atMost)
    {
        var missed = interval.High < atLeast || interval.Low > atMost;
        var kept = interval.Low >= (atLeast ?? interval.Low) && interval.High <= (atMost ?? interval.High);
        return missed ? ClaimOutcome.Refuted
            : kept ? ClaimOutcome.Holds
            : ClaimOutcome.Undecided;
    }

    // Within a band both ends must be excluded; beyond it only the nearer one.
    private static double PValue(
        IReadOnlyList<double> values,
        (double Low, double High) interval,
        double[] bounds,
        Func<IReadOnlyList<double>, LogRatio> estimate
    )
    {
        var perBound = bounds.Select(bound => estimate([.. values.Select(value => value - bound)]).PValue);
        var missed = bounds.Length > 1 && (interval.High < bounds[0] || interval.Low > bounds[1]);
        return missed
            ? estimate([.. values.Select(value => value - bounds[interval.High < bounds[0] ? 0 : 1])]).PValue
            : perBound.Max();
    }

    private static string? Zeros(IReadOnlyList<double> values) =>
        values.Count(value => !double.IsFinite(value)) is > 0 and var zeros
            ? $"zero in {zeros} of {values.Count} rounds: judged by the rounds' signs"
            : null;
}
