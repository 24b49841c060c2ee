namespace Bench.Analysis.Claims;

/// <summary>The figures that a part is judged by, one a round, on the scale of its thresholds.</summary>
internal static class ClaimSeries
{
    /// <summary>Ratios and values are judged as logarithms, differences as they are.</summary>
    public static bool IsLogarithmic(ClaimRelation relation) =>
        relation is ClaimRelation.Ratio or ClaimRelation.Value;

    /// <summary>The threshold on the scale, in the metric's own unit.</summary>
    public static double? Bound(ClaimPart part, double? threshold)
    {
        var value = part.Unit is null
            ? threshold
            : part.Unit.ToMetric(threshold ?? double.NaN, part.Metric!.Unit);
        return threshold is null ? null
            : IsLogarithmic(part.Relation) ? Math.Log(value!.Value)
            : value;
    }

    /// <summary>The figures, or why there are none.</summary>
    public static (IReadOnlyList<double> Values, string? WhyNot) Of(
        ClaimPart part,
        Arm contender,
        Arm? baseline
    )
    {
        var after = contender.Values(part.Metric!);
        double[] values = part.Relation switch
        {
            ClaimRelation.Ratio => [.. Comparison.LogRatios(baseline!, contender, part.Metric!)],
            ClaimRelation.Value => [.. Rounds(after).Select(value => Math.Log(value))],
            ClaimRelation.Difference => Differences(baseline!.Values(part.Metric!), after),
            _ => Rounds(after),
        };
        return values.Length == 0 ? (values, "no round has a valid sample of both arms")
            : values.Any(double.IsNaN) ? (values, "negative values have no ratio")
            : part.Relation == ClaimRelation.Ratio && BothZero(after, baseline!.Values(part.Metric!))
                ? (values, "both arms are zero in some round: there is no ratio")
            : (values, null);
    }

    /// <summary>
    /// Contender less threshold × baseline, one a round: how a ratio is held against its threshold when the contender is
    /// zero in some round, where it has no logarithm. Null where logarithms do, where the baseline is zero too, and
    /// for a band.
    /// </summary>
    public static IReadOnlyList<double>? Excess(ClaimPart part, Arm contender, Arm? baseline)
    {
        if (part.Relation != ClaimRelation.Ratio || part is { AtLeast: not null, AtMost: not null })
        {
            return null;
        }

        var (before, after) = (baseline!.Values(part.Metric!), contender.Values(part.Metric!));
        var threshold = (part.AtMost ?? part.AtLeast)!.Value;
        int[] rounds = [.. before.Keys.Intersect(after.Keys).Order()];
        var hasZero = Array.Exists(rounds, round => after[round] == 0);
        return hasZero && Array.TrueForAll(rounds, round => before[round] > 0 && after[round] >= 0)
            ? [.. rounds.Select(round => after[round] - (threshold * before[round]))]
            : null;
    }

    private static double[] Rounds(IReadOnlyDictionary<int, double> values) =>
        [.. values.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    private static double[] Differences(
        IReadOnlyDictionary<int, double> before,
        IReadOnlyDictionary<int, double> after
    ) => [.. before.Keys.Intersect(after.Keys).Order().Select(round => after[round] - before[round])];

    private static bool BothZero(
        IReadOnlyDictionary<int, double> one,
        IReadOnlyDictionary<int, double> other
    ) => one.Any(pair => pair.Value == 0 && other.TryGetValue(pair.Key, out var value) && value == 0);
}
