using Bench.Analysis.Claims;

namespace Bench.Cli.Terminal;

/// <summary>The ledger of claims as a table: a row a claim, below it a row a part.</summary>
internal static class LedgerTable
{
    public static void Write(Ledger ledger)
    {
        var lines = ledger.Lines.ToLookup(line => line.Id);
        DataTable.Write(
            ["claim", "part", "arms", "claimed", "as told", "on equal terms"],
            ledger.Entries.SelectMany(entry =>
                LedgerRow.Of(lines[entry.Id]).Select(row => Part(entry.Id, row)).Prepend(Whole(entry))
            )
        );
        Talk.Line($"as told: {Count(ledger.Entries.Select(entry => entry.Told))}");
        Talk.Line($"on equal terms: {Count(ledger.Entries.Select(entry => entry.Equal))}");
        foreach (var entry in ledger.Entries.Where(entry => entry.Configuration is not null))
        {
            Talk.Line($"{entry.Id}: {entry.Configuration}");
        }
    }

    private static string[] Whole(LedgerEntry entry) =>
        [
            entry.Id.ToUpperInvariant(),
            entry.Statement,
            "",
            "",
            entry.Told is { } told ? Outcome(told.Outcome) : "-",
            entry.Equal is { } equal ? Outcome(equal.Outcome) : "-",
        ];

    private static string[] Part(string id, LedgerRow row) =>
        [
            id,
            row.Decides ? row.Part : $"({row.Part})",
            row.Arms,
            row.Threshold,
            Line(row.Told),
            Line(row.Equal),
        ];

    private static string Line(LedgerLine? line) =>
        line is null ? "-" : $"{Outcome(line.Outcome)}: {LedgerWords.Figure(line)}";

    private static string Outcome(ClaimOutcome outcome) =>
        $"{LedgerWords.Sign(outcome)} {LedgerWords.Word(outcome)}";

    private static string Count(IEnumerable<LedgerSide?> sides) =>
        string.Join(
            ", ",
            sides
                .OfType<LedgerSide>()
                .CountBy(side => side.Outcome)
                .OrderBy(pair => pair.Key)
                .Select(pair => $"{pair.Value} {LedgerWords.Word(pair.Key)}")
        );
}
