using Bench.Analysis.Claims;
using Bench.Reporter.Content;

namespace Bench.Reporter.Tables;

/// <summary>The ledger of claims: one row a claim, and one row a part.</summary>
internal static class LedgerTables
{
    public static Table Claims(Ledger ledger)
    {
        var lines = ledger.Lines.Where(line => line.Decides).ToLookup(line => line.Id);
        return Table.Plain(
            "Each claim as told beside on equal terms, with the part that decides it and its 99 % interval.",
            [
                new("claim", false),
                new("as told", false),
                new("on equal terms", false),
                new("what the terms show", false),
            ],
            [
                .. ledger.Entries.Select(entry => new TableRow(
                    $"{entry.Id}: {entry.Statement}",
                    [
                        Side(entry.Told, [.. lines[entry.Id].Where(line => line.Terms != ClaimTerms.Equal)]),
                        Side(entry.Equal, [.. lines[entry.Id].Where(line => line.Terms != ClaimTerms.Told)]),
                        new(entry.Configuration ?? "", "", "note"),
                    ]
                )),
            ]
        );
    }

    public static Table Parts(Ledger ledger)
    {
        var lines = ledger.Lines.ToLookup(line => line.Id);
        return new(
            "Contender ÷ baseline, or the contender's value, with its 99 % interval. Rows marked (beside) do not decide their claim.",
            [
                new("part", false),
                new("arms", false),
                new("claimed", false),
                new("as told", false),
                new("on equal terms", false),
            ],
            [
                .. ledger.Entries.Select(entry => new TableGroup(
                    $"{entry.Id} ({entry.Source})",
                    [.. LedgerRow.Of(lines[entry.Id]).Select(Row)]
                )),
            ]
        );
    }

    private static TableRow Row(LedgerRow row) =>
        new(
            row.Decides ? row.Part : $"{row.Part} (beside)",
            [Cell.Word(row.Arms), Cell.Word(row.Threshold), Part(row.Told), Part(row.Equal)]
        );

    private static Cell Part(LedgerLine? line) =>
        line is null ? Cell.Word("not judged so") : Outcome(line.Outcome, LedgerWords.Figure(line));

    private static Cell Side(LedgerSide? side, List<LedgerLine> lines)
    {
        if (side is null)
        {
            return Cell.Word("not judged so");
        }

        return Outcome(side.Outcome, Reason(lines, Deciding(side, lines)));
    }

    /// <summary>The first line that came out as its side did.</summary>
    /// <param name="side">The side.</param>
    /// <param name="lines">Its deciding lines, at least one.</param>
    public static LedgerLine Deciding(LedgerSide side, IReadOnlyList<LedgerLine> lines) =>
        lines.FirstOrDefault(line => line.Outcome == side.Outcome) ?? lines[0];

    /// <summary>That line's figure, and how many parts hold where there are several.</summary>
    public static string Reason(IReadOnlyList<LedgerLine> lines, LedgerLine deciding)
    {
        var holding = lines.Count(line => line.Outcome == ClaimOutcome.Holds);
        var figure = LedgerWords.Figure(deciding);
        return lines.Count == 1
            ? figure
            : $"{holding} of {lines.Count} parts hold. {deciding.Part}: {figure}";
    }

    private static Cell Outcome(ClaimOutcome outcome, string detail) =>
        new($"{LedgerWords.Sign(outcome)} {LedgerWords.Word(outcome)}", detail, ClaimCard.KindOf(outcome));
}
