using Bench.Results;

namespace Bench.Analysis.Gating;

/// <summary>What a run of two builds says: one verdict a case and metric. The workloads' own metrics are one family (Holm), what is watched beside them another.</summary>
public sealed class GateAnalysis
{
    private GateAnalysis(RunAnalysis run, IReadOnlyList<GateFinding> findings)
    {
        Run = run;
        Findings = findings;
    }

    public RunAnalysis Run { get; }

    /// <summary>In the plan's order: of each case the workload's own metric first.</summary>
    public IReadOnlyList<GateFinding> Findings { get; }

    /// <summary>Worse than allowed, or broken.</summary>
    public IReadOnlyList<GateFinding> Failed => [.. Findings.Where(Is(GateOutcome.Failed))];

    /// <summary>Shown to be better.</summary>
    public IReadOnlyList<GateFinding> Better =>
        [.. Findings.Where(finding => finding.Verdict.Outcome == Analysis.Outcome.Better)];

    /// <summary>What the gate waits for and cannot tell.</summary>
    public IReadOnlyList<GateFinding> Open =>
        [.. Findings.Where(Is(GateOutcome.Inconclusive)).Where(finding => finding.Decides)];

    /// <summary>Failed when anything did, else inconclusive when anything that decides is open.</summary>
    public GateOutcome Outcome =>
        Failed.Count > 0 ? GateOutcome.Failed
        : Open.Count > 0 ? GateOutcome.Inconclusive
        : GateOutcome.Passed;

    /// <exception cref="ArgumentException">The run holds no two builds against each other.</exception>
    public static GateAnalysis Of(RunAnalysis run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var plan =
            run.Manifest.Gate ?? throw new ArgumentException("The run is of one build alone", nameof(run));
        var rule = new GateRule(plan.Margin);
        var asked = BuildPairs.Asked(run);
        var verdicts = new Comparisons(Margin: plan.Margin).Builds(run);
        var adjusted = Adjusted(asked, verdicts);
        return new(
            run,
            [
                .. asked
                    .Index()
                    .Select(one => Finding(rule, one.Item, verdicts[one.Index], adjusted[one.Index])),
            ]
        );
    }

    // As Comparisons has them: the workloads' own metrics, and what is watched.
    private static double[] Adjusted(IReadOnlyList<AskedOfBuilds> asked, IReadOnlyList<Verdict> verdicts)
    {
        var adjusted = new double[verdicts.Count];
        foreach (var family in asked.Index().GroupBy(one => one.Item.IsOwn))
        {
            int[] places = [.. family.Select(one => one.Index)];
            var values = PValues.Holm([.. places.Select(place => verdicts[place].PValue ?? 1)]);
            foreach (var (index, place) in places.Index())
            {
                adjusted[place] = values[index];
            }
        }

        return adjusted;
    }

    private static GateFinding Finding(GateRule rule, AskedOfBuilds asked, Verdict verdict, double adjusted)
    {
        var broken = WhyBroken(asked.Pair);
        var outcome = broken is null ? rule.Of(verdict, adjusted) : GateOutcome.Failed;
        var looksWorse = rule.LooksWorse(verdict);
        var doubt =
            outcome != GateOutcome.Inconclusive || verdict.Outcome != Analysis.Outcome.Worse ? null
            : looksWorse ? $"worse, but not beyond doubt (Holm: p = {Quantities.Significant(adjusted)})"
            : "worse, perhaps by more than is allowed";
        return new(asked.Pair, asked.Metric, verdict, outcome, looksWorse, broken ?? doubt ?? verdict.Reason);
    }

    /// <summary>A launch that lost something, hung or died in this tree, where none of the base's did.</summary>
    private static string? WhyBroken(HeadlinePair pair)
    {
        var here = Breaks(pair.Contender);
        return here.Count == 0 || Breaks(pair.Baseline).Count > 0
            ? null
            : $"{here[0].Status} in {Quantities.Counted(here.Count, "launch", "es")}, and never in base: {here[0].Reasons[0]}";
    }

    private static List<Refusal> Breaks(Arm arm) =>
        [.. arm.Refused.Where(refusal => refusal.Status != SampleStatus.Measured)];

    private static Func<GateFinding, bool> Is(GateOutcome outcome) => finding => finding.Outcome == outcome;
}
