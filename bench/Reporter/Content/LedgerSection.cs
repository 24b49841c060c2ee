using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Reporter.Tables;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>Claims and what the run's samples make of them.</summary>
/// <param name="Answer">How many hold, in a sentence.</param>
/// <param name="Method">How they are judged.</param>
/// <param name="Cards">A card a claim.</param>
/// <param name="Claims">A row a claim.</param>
/// <param name="Parts">A row a part and contender.</param>
/// <param name="Notes">What the judgement of each claim cannot show.</param>
internal sealed record LedgerSection(
    string Answer,
    string Method,
    IReadOnlyList<ClaimCard> Cards,
    Table Claims,
    Table Parts,
    IReadOnlyList<Fact> Notes
)
{
    private const string HowJudged =
        "Judged by intervals, never by a point estimate: a claim holds when the whole 99 % interval of each of its parts lies on the "
        + "claimed side of the threshold, is refuted when that of some part lies wholly on the other side, else undecided. The parts "
        + "that decide are one family (Holm), what stands beside them another. As told, each model is configured as the article has it; on equal terms everything but the "
        + "model is the same.";

    /// <summary>The section; none when the run has no sample for any claim.</summary>
    public static IEnumerable<LedgerSection> Of(
        RunAnalysis run,
        IReadOnlyList<Claim> claims,
        PitfallTrials? pitfalls
    )
    {
        var ledger = Ledger.Of(claims, [run], pitfalls is null ? [] : [pitfalls]).Measured();
        if (ledger.Entries.Count > 0)
        {
            yield return new(
                Said(ledger),
                HowJudged,
                [.. ClaimCards.Of(ledger, claims, run.Scenarios)],
                LedgerTables.Claims(ledger),
                LedgerTables.Parts(ledger),
                [.. ledger.Entries.Select(entry => new Fact(entry.Id, entry.Note))]
            );
        }
    }

    private static string Said(Ledger ledger) =>
        $"{Quantities.Counted(ledger.Entries.Count, "claim")} of the article can be judged by this run. "
        + string.Join(
            " ",
            new[]
            {
                Said("As told", [.. ledger.Entries.Select(entry => entry.Told).OfType<LedgerSide>()]),
                Said("On equal terms", [.. ledger.Entries.Select(entry => entry.Equal).OfType<LedgerSide>()]),
            }.OfType<string>()
        );

    private static string? Said(string terms, List<LedgerSide> sides)
    {
        var counts = sides
            .CountBy(side => side.Outcome)
            .OrderBy(count => count.Key)
            .Select(count => $"{count.Value} {LedgerWords.Word(count.Key)}");
        return sides.Count == 0 ? null : $"{terms}: {string.Join(", ", counts)}.";
    }
}
