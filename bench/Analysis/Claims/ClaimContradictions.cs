namespace Bench.Analysis.Claims;

/// <summary>Finds parts of one claim that cannot hold together.</summary>
internal static class ClaimContradictions
{
    public static void Check(Claim claim)
    {
        var twice = claim.Parts.GroupBy(part => part.Title).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw ClaimError.At(claim.File, twice.Last().Line, $"two parts have the title '{twice.Key}'");
        }

        if (claim.AnyPart)
        {
            return;
        }

        foreach (var (index, later) in claim.Parts.Index())
        {
            if (claim.Parts.Take(index).FirstOrDefault(earlier => Excludes(earlier, later)) is { } earlier)
            {
                throw ClaimError.At(
                    claim.File,
                    later.Line,
                    $"contradicting thresholds: the same figure as in line {earlier.Line} cannot satisfy both"
                );
            }
        }
    }

    private static bool Excludes(ClaimPart one, ClaimPart other) =>
        one is { Metric: not null, Aside: false }
        && other is { Metric: not null, Aside: false }
        && one.Metric.Equals(other.Metric)
        && one.Relation == other.Relation
        && one.Sides.Any(side => other.Sides.Any(also => IsSame(side, also)))
        && (
            Bound(one, one.AtLeast) > Bound(other, other.AtMost)
            || Bound(other, other.AtLeast) > Bound(one, one.AtMost)
        );

    private static bool IsSame((string Terms, ClaimArms Arms) one, (string Terms, ClaimArms Arms) other) =>
        one.Terms == other.Terms
        && one.Arms.Contenders[0].IsSame(other.Arms.Contenders[0])
        && (one.Arms.Baseline is null || one.Arms.Baseline.IsSame(other.Arms.Baseline));

    private static double? Bound(ClaimPart part, double? threshold) => threshold * (part.Unit?.Size ?? 1);
}
