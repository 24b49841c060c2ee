using Bench.Analysis.Gating;

namespace Bench.Analysis.Trends;

/// <summary>What came of measuring a change again: a commit from before it and one from after it, in the same rounds of one run.</summary>
/// <param name="Finding">The change.</param>
/// <param name="Outcome">The word.</param>
/// <param name="Verdict">The later commit against the earlier; null when nothing was measured.</param>
/// <param name="Reason">Why nothing was measured or nothing can be told; null where the figures speak for themselves.</param>
public sealed record Confirmation(
    TrendFinding Finding,
    ConfirmationOutcome Outcome,
    Verdict? Verdict,
    string? Reason
)
{
    /// <summary>A change that was not measured again.</summary>
    public static Confirmation NotMeasured(TrendFinding finding, string reason) =>
        new(finding, ConfirmationOutcome.NotMeasured, null, reason);

    /// <summary>What a run of two builds says of changes; its verdicts on them are one family (Holm).</summary>
    /// <param name="findings">Steps whose cases the run was to measure.</param>
    /// <param name="run">A run of the commit before them (base) and the one after them.</param>
    /// <param name="margin">Largest relative difference that does not matter.</param>
    public static IReadOnlyList<Confirmation> Of(
        IReadOnlyList<TrendFinding> findings,
        RunAnalysis run,
        double margin
    )
    {
        var pairs = BuildPairs.Of(run).ToDictionary(pair => pair.Contender.Case.Case, StringComparer.Ordinal);
        var known = findings.ToLookup(finding => pairs.ContainsKey(finding.Trend.Series.Case));
        var verdicts = Family.Holm([
            .. from finding in known[true]
            let pair = pairs[finding.Trend.Series.Case]
            select Comparison.Compare(pair.Baseline, pair.Contender, finding.Trend.Metric, margin),
        ]);
        return
        [
            .. known[true].Zip(verdicts, Of),
            .. known[false]
                .Select(finding => NotMeasured(finding, "the two commits do not both have this case")),
        ];
    }

    private static Confirmation Of(TrendFinding finding, Verdict verdict)
    {
        var outcome =
            verdict.Outcome == finding.Change.Outcome ? ConfirmationOutcome.Confirmed
            : verdict.Outcome == Analysis.Outcome.Inconclusive ? ConfirmationOutcome.Open
            : ConfirmationOutcome.NotReproduced;
        return new(finding, outcome, verdict, verdict.Reason);
    }
}
