namespace Bench.Analysis.Claims;

/// <summary>The lines of one part and contender, as told beside on equal terms, for tables.</summary>
/// <param name="Part">Title of the part.</param>
/// <param name="Arms">What is compared.</param>
/// <param name="Threshold">The threshold in words.</param>
/// <param name="Decides">False for a row that stands beside the claim.</param>
/// <param name="Told">The line as told; null without one.</param>
/// <param name="Equal">The line on equal terms, or that of a part without terms; null without one.</param>
public sealed record LedgerRow(
    string Part,
    string Arms,
    string Threshold,
    bool Decides,
    LedgerLine? Told,
    LedgerLine? Equal
)
{
    /// <summary>The rows of one claim's lines, in their order.</summary>
    public static IEnumerable<LedgerRow> Of(IEnumerable<LedgerLine> lines) =>
        lines
            .GroupBy(line => (line.Part, Arms: LedgerWords.Arms(line)))
            .Select(group => new LedgerRow(
                group.Key.Part,
                group.Key.Arms,
                LedgerWords.Threshold(group.First()),
                group.First().Decides,
                group.FirstOrDefault(line => line.Terms == ClaimTerms.Told),
                group.FirstOrDefault(line => line.Terms != ClaimTerms.Told)
            ));
}
