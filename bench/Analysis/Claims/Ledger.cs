using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>Claims and what samples make of them.</summary>
/// <param name="Entries">One a claim.</param>
/// <param name="Lines">One a part, terms and contender, in the order of the claims.</param>
public sealed record Ledger(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<LedgerLine> Lines)
{
    /// <summary>
    /// Judges claims by runs of one machine. All lines that decide are one family, whichever of them are shown.
    /// </summary>
    /// <param name="claims">The claims.</param>
    /// <param name="runs">Where samples are looked for, in this order.</param>
    /// <param name="pitfalls">What was seen of pitfalls, looked for in this order.</param>
    public static Ledger Of(
        IReadOnlyList<Claim> claims,
        IReadOnlyList<RunAnalysis> runs,
        IReadOnlyList<PitfallTrials> pitfalls
    )
    {
        var lines = ClaimFamily.Holm([
            .. from claim in claims
            let judge = new PartJudge(claim, runs, pitfalls)
            from part in claim.Parts
            from line in judge.Lines(part)
            select line,
        ]);
        var byClaim = lines.ToLookup(line => line.Id);
        return new([.. claims.Select(claim => ClaimSummary.Of(claim, [.. byClaim[claim.Id]]))], lines);
    }

    /// <summary>Judges claims where nothing was seen of pitfalls.</summary>
    public static Ledger Of(IReadOnlyList<Claim> claims, IReadOnlyList<RunAnalysis> runs) =>
        Of(claims, runs, []);

    /// <summary>The same judgements, of some claims only.</summary>
    public Ledger Only(Func<string, bool> chosen) =>
        new([.. Entries.Where(entry => chosen(entry.Id))], [.. Lines.Where(line => chosen(line.Id))]);

    /// <summary>The claims for which there are samples.</summary>
    public Ledger Measured()
    {
        var ids = Entries.Where(entry => entry.IsMeasured).Select(entry => entry.Id).ToHashSet();
        return Only(ids.Contains);
    }
}
