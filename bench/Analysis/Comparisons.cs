using Bench.Analysis.Gating;

namespace Bench.Analysis;

/// <summary>
/// The comparisons that a run, or two, can be asked for. Each list is one family (Holm). Scenarios whose arms all lack the metric asked for
/// are left out.
/// </summary>
/// <param name="Metric">The metric for all scenarios; null for each workload's own.</param>
/// <param name="Margin">Largest relative difference that does not matter.</param>
public sealed record Comparisons(Metric? Metric = null, double Margin = 0.05)
{
    private const string Equal = "equal";

    /// <summary>The headline pairs of a run.</summary>
    public IReadOnlyList<Verdict> Models(IEnumerable<HeadlinePair> pairs) =>
        Family.Holm([
            .. from pair in pairs
            where Has(pair.Scenario, pair.Baseline, pair.Contender)
            select Compare(pair.Scenario, pair.Baseline, pair.Contender),
        ]);

    /// <summary>Each model as told against itself on equal terms, where both were asked the same.</summary>
    public IReadOnlyList<Verdict> Terms(RunAnalysis run) =>
        Family.Holm([
            .. from told in run.Scenarios
            where told.Terms != Equal
            from equal in run.Scenarios
            where
                equal.Terms == Equal
                && equal.Workload.Id == told.Workload.Id
                && equal.Parameters.Equals(told.Parameters)
            from contender in Originals(told)
            from baseline in Originals(equal)
            where baseline.Name == contender.Name && Has(told, baseline, contender)
            select Compare(told, baseline, contender),
        ]);

    /// <summary>Every second copy of a case against its original, by the run's own check where no metric is asked for.</summary>
    public IReadOnlyList<Verdict> Copies(RunAnalysis run) =>
        Metric is null
            ? AaCheck.Of(run, Margin).Verdicts
            : Family.Holm([
                .. from scenario in run.Scenarios
                from copy in scenario.Arms
                where copy.Case.Replica > 0
                from original in Originals(scenario)
                where original.Case.Case == copy.Case.Case && Has(scenario, original, copy)
                select Compare(scenario, original, copy),
            ]);

    /// <summary>Every traced arm against the same case untraced.</summary>
    public IReadOnlyList<Verdict> Traced(RunAnalysis run) =>
        Family.Holm([
            .. from scenario in run.Scenarios
            from pair in TracingCost.Pairs(scenario)
            where Has(scenario, pair.Untraced, pair.Traced)
            select Compare(scenario, pair.Untraced, pair.Traced),
        ]);

    /// <summary>
    /// Every case by this tree's programs against the same by the base's. Where no metric is asked for, in those of a gate: the
    /// workloads' own are one family, what is watched beside them is another.
    /// </summary>
    public IReadOnlyList<Verdict> Builds(RunAnalysis run)
    {
        if (Metric is not null)
        {
            return Family.Holm([
                .. from pair in BuildPairs.Of(run)
                where Has(pair.Scenario, pair.Baseline, pair.Contender)
                select Compare(pair.Scenario, pair.Baseline, pair.Contender),
            ]);
        }

        var asked = BuildPairs.Asked(run);
        var own = new Queue<Verdict>(OfFamily(asked, own: true));
        var watched = new Queue<Verdict>(OfFamily(asked, own: false));
        return [.. asked.Select(one => (one.IsOwn ? own : watched).Dequeue())];
    }

    private IReadOnlyList<Verdict> OfFamily(IReadOnlyList<AskedOfBuilds> asked, bool own) =>
        Family.Holm([
            .. asked
                .Where(one => one.IsOwn == own)
                .Select(one => Comparison.Compare(one.Pair.Baseline, one.Pair.Contender, one.Metric, Margin)),
        ]);

    /// <summary>Every case that both runs have, the second run against the first.</summary>
    public IReadOnlyList<Verdict> Between(RunAnalysis before, RunAnalysis after) =>
        [.. Changes(before, after).Select(change => change.Verdict)];

    /// <summary>The same with what was compared.</summary>
    public IReadOnlyList<RunChange> Changes(RunAnalysis before, RunAnalysis after)
    {
        var earlier = before.Scenarios.SelectMany(Originals).ToDictionary(arm => arm.Case.Case);
        RunChange[] changes =
        [
            .. from scenario in after.Scenarios
            from contender in Originals(scenario)
            let baseline = earlier.GetValueOrDefault(contender.Case.Case)
            where baseline is not null && Has(scenario, baseline, contender)
            select new RunChange(
                scenario,
                baseline,
                contender,
                Metric ?? scenario.Metric,
                Compare(scenario, baseline, contender)
            ),
        ];
        var family = Family.Holm([.. changes.Select(change => change.Verdict)]);
        return [.. changes.Zip(family, (change, verdict) => change with { Verdict = verdict })];
    }

    private Verdict Compare(Scenario scenario, Arm baseline, Arm contender) =>
        Comparison.Compare(baseline, contender, Metric ?? scenario.Metric, Margin);

    private bool Has(Scenario scenario, Arm baseline, Arm contender) =>
        Metric is null
        || scenario
            .Arms.Append(baseline)
            .Append(contender)
            .Any(arm => arm.Samples.Any(sample => Metric.Select(sample) is not null));

    private static IEnumerable<Arm> Originals(Scenario scenario) =>
        scenario.Arms.Where(arm => arm.Case.Competes);
}
