namespace Bench.Analysis.Gating;

/// <summary>
/// How far a gate has come. A case is open as long as its workload's own metric is, or as long as one that is watched looks
/// worse than allowed without being shown to be. A case that failed or broke is not measured on.
/// </summary>
internal static class GateStanding
{
    public static Standing Of(RunAnalysis run)
    {
        var undecided = new List<OpenComparison>();
        var decided = new List<Verdict>();
        foreach (var findings in GateAnalysis.Of(run).Findings.GroupBy(finding => finding.Case))
        {
            if (Waiting(findings) is { } waiting)
            {
                undecided.Add(
                    new(
                        waiting.Pair,
                        waiting.Verdict with
                        {
                            Reason = waiting.Reason,
                        },
                        Standing.Missing(waiting.Pair, waiting.Verdict)
                    )
                );
            }
            else
            {
                decided.Add(findings.First(finding => finding.Decides).Verdict);
            }
        }

        var open = undecided.ToLookup(comparison => comparison.RoundsToNextLook is not null);
        return new(decided, [.. open[true]], [.. open[false]]) { Apart = true };
    }

    private static GateFinding? Waiting(IEnumerable<GateFinding> findings)
    {
        var all = findings.ToList();
        return all.Exists(finding => finding.Outcome == GateOutcome.Failed)
            ? null
            : all.Find(finding =>
                finding.Outcome == GateOutcome.Inconclusive && (finding.Decides || finding.LooksWorse)
            );
    }
}
