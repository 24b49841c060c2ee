namespace Bench.Analysis.Claims;

/// <summary>
/// Takes all lines that decide a claim as one family (Holm), and all that stand beside one as another: in each the chance
/// that any line holds or is refuted by noise alone stays at 1 %. What is then too weak becomes undecided.
/// </summary>
internal static class ClaimFamily
{
    private const double Allowed = 1 - PairedRounds.DifferenceLevel;

    public static IReadOnlyList<LedgerLine> Holm(IReadOnlyList<LedgerLine> lines)
    {
        var families = lines
            .Where(line => line.Test is not null)
            .GroupBy(line => line.Decides, line => line.Test!.PValue)
            .ToDictionary(
                family => family.Key,
                family => (Size: family.Count(), Values: new Queue<double>(PValues.Holm([.. family])))
            );
        return [.. lines.Select(Adjusted)];

        LedgerLine Adjusted(LedgerLine line) =>
            line.Test is not null && families[line.Decides] is var (size, values)
                ? ClaimFamily.Adjusted(line, values.Dequeue(), size)
                : line;
    }

    private static LedgerLine Adjusted(LedgerLine line, double value, int family)
    {
        var test = line.Test!;
        if (test.Decides && value <= Allowed)
        {
            return line;
        }

        var weak = test.Decides
            ? $"too weak among {family} judgements (Holm: p = {Quantities.Significant(value)})"
            : null;
        string?[] reasons = [line.Reason, weak];
        return line with
        {
            Outcome = ClaimOutcome.Undecided,
            FurtherRounds = test.ToDecide(1 - (Allowed / family)),
            Reason = reasons.Any(reason => reason is not null)
                ? string.Join("; ", reasons.OfType<string>())
                : null,
        };
    }
}
