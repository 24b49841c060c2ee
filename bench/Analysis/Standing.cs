using Bench.Analysis.Gating;

namespace Bench.Analysis;

/// <summary>How far the headline comparisons of a run until decided have come, judged as <c>compare</c> judges them.</summary>
/// <param name="Decided">Better, worse or equivalent.</param>
/// <param name="Open">Not decided; more rounds may help.</param>
/// <param name="Stuck">Not decided, and no round of this run will: incorrect, without valid samples, or at the last look.</param>
public sealed record Standing(
    IReadOnlyList<Verdict> Decided,
    IReadOnlyList<OpenComparison> Open,
    IReadOnlyList<OpenComparison> Stuck
)
{
    /// <summary>True when an open comparison is measured on alone, false when its whole scenario is.</summary>
    public bool Apart { get; init; }

    public int Count => Decided.Count + Open.Count + Stuck.Count;

    /// <summary>Rounds until the first of the open comparisons is judged again; 0 when none is open.</summary>
    public int RoundsToNextLook =>
        Open.Select(comparison => comparison.RoundsToNextLook ?? 0).DefaultIfEmpty(0).Min();

    /// <summary>
    /// Keys of the cases of a next round: both arms of each open comparison, or every arm of the scenarios in which something is
    /// open, A/A copies included, but for contenders of whom nothing more can be learnt.
    /// </summary>
    public IReadOnlyList<string> NextCases
    {
        get
        {
            var useless = Stuck
                .Where(stuck => stuck.Verdict.PValue is null)
                .Select(stuck => stuck.Pair.Contender.Case.Case)
                .ToHashSet(StringComparer.Ordinal);
            return
            [
                .. (Apart ? PairArms() : ScenarioArms())
                    .Distinct()
                    .Where(arm => !useless.Contains(arm.Case.Case))
                    .Select(arm => arm.Case.Key),
            ];
        }
    }

    /// <summary>Where a run stands, whole or still under way.</summary>
    public static Standing Of(RunAnalysis run)
    {
        if (run.Manifest.Gate is not null)
        {
            return GateStanding.Of(run);
        }

        var pairs = HeadlinePairs.Of(run, HeadlinePairs.BaselineModel(run.Manifest));
        var verdicts = new Comparisons().Models(pairs);
        var open = pairs
            .Zip(verdicts)
            .Where(each => each.Second.Outcome == Outcome.Inconclusive)
            .Select(each => new OpenComparison(each.First, each.Second, Missing(each.First, each.Second)))
            .ToLookup(comparison => comparison.RoundsToNextLook is not null);
        return new(
            [.. verdicts.Where(verdict => verdict.Outcome != Outcome.Inconclusive)],
            [.. open[true]],
            [.. open[false]]
        );
    }

    private IEnumerable<Arm> ScenarioArms() =>
        Open.Select(comparison => comparison.Pair.Scenario).SelectMany(scenario => scenario.Arms);

    // With the contender's A/A copy, where it has one.
    private IEnumerable<Arm> PairArms() =>
        from comparison in Open
        from arm in comparison.Pair.Scenario.Arms
        where arm == comparison.Pair.Baseline || arm.Case.Case == comparison.Pair.Contender.Case.Case
        select arm;

    /// <summary>Rounds until an undecided comparison is judged again; null when it never will be.</summary>
    internal static int? Missing(HeadlinePair pair, Verdict verdict)
    {
        var (baseline, contender) = (pair.Baseline, pair.Contender);
        var measured = Math.Min(Measured(baseline), Measured(contender));
        var hopeless = verdict.PValue is null && measured >= PairedRounds.Fewest;
        if (baseline.Incorrect || contender.Incorrect || hopeless)
        {
            return null;
        }

        // A case whose samples are mostly refused must not keep the run going for ever.
        var looks = baseline.Looks;
        var common = Comparison.LogRatios(baseline, contender, Metrics.Find(verdict.Metric)).Count;
        return looks.Next(measured) is null ? null : looks.Next(common) - common;
    }

    private static int Measured(Arm arm) => arm.Samples.Count + arm.Refused.Count;
}
