namespace Bench.Analysis.Claims;

/// <summary>Puts the parts of a claim together: all must hold, or any, as the claim says.</summary>
internal static class ClaimSummary
{
    public static LedgerEntry Of(Claim claim, IReadOnlyList<LedgerLine> lines)
    {
        var deciding = lines.Where(line => line.Decides).ToList();
        return new(
            claim.Id,
            claim.System,
            claim.Statement,
            claim.Source,
            claim.Note,
            Side(claim, deciding, ClaimTerms.Told),
            Side(claim, deciding, ClaimTerms.Equal),
            Configuration(deciding)
        );
    }

    // A part without terms (it awaits something, or is of a pitfall or of code) belongs to whichever the others are judged on, and to
    // equal terms without any.
    private static LedgerSide? Side(Claim claim, List<LedgerLine> lines, string terms)
    {
        var own = lines.FindAll(line => line.Terms == terms);
        var without = lines.FindAll(line => line.Terms is null);
        var hasNone = lines.TrueForAll(line => line.Terms is null);
        if (own.Count == 0 && !(hasNone && terms == ClaimTerms.Equal))
        {
            return null;
        }

        own.AddRange(without);
        return new(Outcome(claim, own), Reason(own));
    }

    private static ClaimOutcome Outcome(Claim claim, List<LedgerLine> lines)
    {
        var (enough, against) = claim.AnyPart
            ? (ClaimOutcome.Holds, ClaimOutcome.Refuted)
            : (ClaimOutcome.Refuted, ClaimOutcome.Holds);
        return lines.Exists(line => line.Outcome == enough) ? enough
            : lines.TrueForAll(line => line.Outcome == against) ? against
            : lines.TrueForAll(line => line.Outcome == ClaimOutcome.NotMeasurable)
                ? ClaimOutcome.NotMeasurable
            : lines.TrueForAll(line => line.Outcome is ClaimOutcome.NotMeasured or ClaimOutcome.NotMeasurable)
                ? ClaimOutcome.NotMeasured
            : ClaimOutcome.Undecided;
    }

    private static string Reason(List<LedgerLine> lines)
    {
        if (lines is [var only])
        {
            return LedgerWords.Figure(only);
        }

        ClaimOutcome[] order =
        [
            ClaimOutcome.Refuted,
            ClaimOutcome.Holds,
            ClaimOutcome.Undecided,
            ClaimOutcome.NotMeasurable,
            ClaimOutcome.NotMeasured,
        ];
        return string.Join(
            "; ",
            order
                .Select(outcome => (outcome, Titles: lines.FindAll(line => line.Outcome == outcome)))
                .Where(group => group.Titles.Count > 0)
                .Select(group => $"{LedgerWords.Word(group.outcome)}: {Listed(group.Titles)}")
        );
    }

    private static string Listed(List<LedgerLine> lines) =>
        lines.TrueForAll(line => line.Outcome == ClaimOutcome.NotMeasured)
        && lines.Select(line => line.Reason).Distinct().Count() == 1
            ? $"{string.Join(", ", lines.Select(line => line.Part))} ({lines[0].Reason})"
            : string.Join(", ", lines.Select(line => $"{line.Part} ({LedgerWords.Figure(line)})"));

    private static string? Configuration(List<LedgerLine> lines)
    {
        var told = lines.Where(line => line.Terms == ClaimTerms.Told).ToDictionary(line => line.Part);
        var changed = lines
            .Where(line => line.Terms == ClaimTerms.Equal && told.ContainsKey(line.Part))
            .Select(line => (line.Part, Told: told[line.Part].Outcome, Equal: line.Outcome))
            .ToList();
        var lost = changed.FindAll(item => item is (_, ClaimOutcome.Holds, ClaimOutcome.Refuted));
        var gained = changed.FindAll(item => item is (_, ClaimOutcome.Refuted, ClaimOutcome.Holds));
        string?[] sentences =
        [
            lost.Count == 0
                ? null
                : $"The difference belonged to the configuration, not to the model: {Parts(lost)}.",
            gained.Count == 0 ? null : $"Only the configuration as told stands against it: {Parts(gained)}.",
        ];
        return sentences.Any(sentence => sentence is not null)
            ? string.Join(" ", sentences.OfType<string>())
            : null;

        static string Parts(IEnumerable<(string Part, ClaimOutcome, ClaimOutcome)> items) =>
            string.Join(", ", items.Select(item => item.Part));
    }
}
