namespace Bench.Analysis;

/// <summary>
/// Takes verdicts that are read together as one family: of their better and worse, those that the family's adjusted
/// p-values no longer bear become inconclusive, with the reason. Equivalence and order stay as they are.
/// </summary>
public static class Family
{
    /// <summary>For claims: the chance of any false better or worse in the family stays at 1 %.</summary>
    public static IReadOnlyList<Verdict> Holm(IReadOnlyList<Verdict> verdicts) =>
        Adjust(verdicts, PValues.Holm, "Holm");

    /// <summary>For dashboards: of all better and worse in the family, 1 % are expected to be false.</summary>
    public static IReadOnlyList<Verdict> BenjaminiHochberg(IReadOnlyList<Verdict> verdicts) =>
        Adjust(verdicts, PValues.BenjaminiHochberg, "Benjamini–Hochberg");

    private static Verdict[] Adjust(
        IReadOnlyList<Verdict> verdicts,
        Func<IReadOnlyList<double>, IReadOnlyList<double>> method,
        string name
    )
    {
        var adjusted = method([.. verdicts.Select(verdict => verdict.PValue ?? 1)]);
        return
        [
            .. verdicts.Zip(
                adjusted,
                (verdict, value) =>
                    verdict.Outcome is Outcome.Better or Outcome.Worse
                    && value > 1 - PairedRounds.DifferenceLevel
                        ? verdict with
                        {
                            Outcome = Outcome.Inconclusive,
                            Reason =
                                $"too weak among {verdicts.Count} comparisons ({name}: p = {Quantities.Significant(value)})",
                        }
                        : verdict
            ),
        ];
    }
}
