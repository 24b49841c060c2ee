using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Reporter.Tables;
using Bench.Reporter.Words;

namespace Bench.Reporter.Content;

/// <summary>The ledger as cards, each part with the place where its case is drawn.</summary>
internal static class ClaimCards
{
    /// <summary>What is decided, on either terms, comes first.</summary>
    public static IEnumerable<ClaimCard> Of(
        Ledger ledger,
        IReadOnlyList<Claim> claims,
        IReadOnlyList<Scenario> scenarios
    )
    {
        var lines = ledger.Lines.ToLookup(line => line.Id);
        return ledger
            .Entries.OrderByDescending(IsDecided)
            .Select(entry => new ClaimCard(
                Slug.Of($"claim {entry.Id}"),
                entry.Id,
                entry.System,
                entry.Statement,
                [
                    .. Side("As told", entry.Told, lines[entry.Id], ClaimTerms.Equal),
                    .. Side("On equal terms", entry.Equal, lines[entry.Id], ClaimTerms.Told),
                ],
                entry.Configuration ?? "",
                entry.Note,
                entry.Source,
                [
                    .. lines[entry.Id]
                        .Select(line => Row(line, claims.First(claim => claim.Id == entry.Id), scenarios)),
                ]
            ));
    }

    private static bool IsDecided(LedgerEntry entry) =>
        new[] { entry.Told, entry.Equal }.Any(side =>
            side is { Outcome: ClaimOutcome.Holds or ClaimOutcome.Refuted }
        );

    private static IEnumerable<ClaimSide> Side(
        string terms,
        LedgerSide? side,
        IEnumerable<LedgerLine> lines,
        string otherTerms
    )
    {
        if (side is not null)
        {
            var own = lines.Where(line => line.Decides && line.Terms != otherTerms).ToList();
            var deciding = LedgerTables.Deciding(side, own);
            yield return new(
                terms,
                Word(side.Outcome),
                ClaimCard.KindOf(side.Outcome),
                LedgerWords.Threshold(deciding),
                LedgerTables.Reason(own, deciding),
                [.. ClaimStrip.Of(deciding)]
            );
        }
    }

    private static ClaimRow Row(LedgerLine line, Claim claim, IReadOnlyList<Scenario> scenarios) =>
        new(
            line.Decides ? line.Part : $"{line.Part} (beside)",
            line.Terms is null ? "" : $"{line.Terms} terms",
            LedgerWords.Arms(line),
            LedgerWords.Threshold(line),
            Word(line.Outcome),
            ClaimCard.KindOf(line.Outcome),
            LedgerWords.Figure(line),
            [.. ClaimStrip.Of(line)],
            Place(line, claim, scenarios) is { } place ? ScenarioWords.Slug(place) : "",
            line.Metric ?? ""
        );

    private static Scenario? Place(LedgerLine line, Claim claim, IReadOnlyList<Scenario> scenarios)
    {
        var contenders = claim
            .Parts.Where(part => part.Title == line.Part)
            .SelectMany(part => part.Sides)
            .Where(side => side.Terms == line.Terms)
            .SelectMany(side => side.Arms.Contenders)
            .Where(arm => arm.Name == line.Contender)
            .ToList();
        return scenarios.FirstOrDefault(scenario =>
            scenario.Arms.Any(arm => contenders.Exists(contender => contender.Selects(arm.Case)))
        );
    }

    private static string Word(ClaimOutcome outcome) =>
        $"{LedgerWords.Sign(outcome)} {LedgerWords.Word(outcome)}";
}
