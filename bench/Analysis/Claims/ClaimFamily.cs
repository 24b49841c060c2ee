namespace Bench.Analysis.Claims;

/// <summary>
/// Takes all lines that were tested as one family (Holm): the chance that any of them holds or is refuted by noise alone
/// stays at 1 %. What is then too weak becomes undecided.
/// </summary>
internal static class ClaimFamily
{
    private const double Allowed = 1 - PairedRounds.DifferenceLevel;

    public static IReadOnlyList<LedgerLine> Holm(IReadOnlyList<LedgerLine> lines)
    {
        double[] tested = [.. lines.Select(line => line.Test?.PValue).OfType<double>()];
        var adjusted = new Queue<double>(PValues.Holm(tested));
        return
        [
            .. lines.Select(line =>
                line.Test is null ? line : Adjusted(line, adjusted.Dequeue(), tested.Length)
            ),
        ];
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
