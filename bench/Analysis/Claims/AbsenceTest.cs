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
    private const double Tail = (1 - PairedRounds.DifferenceLevel) / 2;

    /// <param name="values">How often it happened, one a launch, at least one.</param>
    public static ClaimTest Of(IReadOnlyList<double> values)
    {
        var (launches, seen) = (values.Count, values.Count(value => value != 0));
        var high = seen == launches ? 1 : Beta.InvCDF(seen + 1, launches - seen, 1 - Tail);
        return new(
            seen > 0 ? ClaimOutcome.Refuted
                : high < Most ? ClaimOutcome.Holds
                : ClaimOutcome.Undecided,
            (double)seen / launches,
            seen == 0 ? 0 : Beta.InvCDF(seen, launches - seen + 1, Tail),
            high,
            seen > 0 ? 0 : Math.Min(1, 2 * Math.Pow(Most, launches)),
            launches,
            0,
            level => ClaimRounds.BySign(launches, level),
            $"seen in {seen} of {launches} launches"
        );
    }
}
