using MathNet.Numerics.Distributions;

namespace Bench.Analysis.Claims;

/// <summary>
/// Something that never happens: one launch in which it does refutes it; it holds when the 99 % interval of the share of
/// launches in which it does lies below one half, which is the sign test and takes at least 8 launches.
/// The interval is that of C. J. Clopper and E. S. Pearson, Biometrika 26, 1934, 404–413.
/// </summary>
internal static class AbsenceTest
{
    private const double Most = 0.5;

    /// <param name="all">How often it happened, one a launch in their order, at least one.</param>
    /// <param name="looks">When launches are judged; what was seen once is seen, whenever that was.</param>
    public static ClaimTest Of(IReadOnlyList<double> all, Looks looks)
    {
        var values = all.Any(value => value != 0) ? all : looks.Judged(all);
        var tail = (1 - looks.Level(PairedRounds.DifferenceLevel)) / 2;
        var (launches, seen) = (values.Count, values.Count(value => value != 0));
        var high = seen == launches ? 1 : Beta.InvCDF(seen + 1, launches - seen, 1 - tail);
        return new(
            seen > 0 ? ClaimOutcome.Refuted
                : high < Most && launches >= looks.First ? ClaimOutcome.Holds
                : ClaimOutcome.Undecided,
            (double)seen / launches,
            seen == 0 ? 0 : Beta.InvCDF(seen, launches - seen + 1, tail),
            high,
            seen > 0 ? 0 : looks.PValue(2 * Math.Pow(Most, launches), launches),
            launches,
            0,
            level =>
                ClaimRounds.BySign(launches, looks.Level(level)) is { } further
                    ? looks.Further(all.Count, launches + further)
                    : null,
            $"seen in {seen} of {launches} launches"
        );
    }
}
