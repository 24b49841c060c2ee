namespace Bench.Analysis;

/// <summary>Whether a run's A/A arms, which are the same code measured twice, come out the same.</summary>
/// <param name="Verdicts">One per A/A pair and headline metric, taken as one family (Holm): a sound run disagrees in 1 % of cases.</param>
public sealed record AaCheck(IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>Metrics that an A/A pair is held to, beside its workload's own metric that matters.</summary>
    public static IReadOnlyList<Metric> Headline { get; } =
    [Metrics.Throughput, Metrics.P99, Metrics.SteadyResident];

    /// <summary>Verdicts that call the same code different.</summary>
    public IReadOnlyList<Verdict> Disagreements =>
        [.. Verdicts.Where(verdict => verdict.Outcome is Outcome.Better or Outcome.Worse)];

    /// <summary>True when the run's verdicts are not to be trusted.</summary>
    public bool Disagrees => Disagreements.Count > 0;

    /// <summary>The check in words, for the report's first lines.</summary>
    public string Sentence =>
        Verdicts.Count == 0 ? "This run has no A/A arm: nothing shows that its verdicts can be trusted."
        : !Disagrees
            ? $"A/A agrees: the same code measured twice is not called different in any of {Verdicts.Count} comparisons."
        : "A/A disagrees, so this run's verdicts are not to be trusted: "
            + string.Join(
                "; ",
                Disagreements.Select(verdict =>
                    $"{verdict.Workload}: {verdict.Contender} {verdict.Metric} {Quantities.Significant(verdict.Ratio ?? double.NaN)} times that of {verdict.Baseline}"
                )
            )
            + ".";

    /// <summary>Compares every A/A copy with its original.</summary>
    public static AaCheck Of(RunAnalysis run, double margin = 0.05) =>
        new(
            Family.Holm([
                .. from scenario in run.Scenarios
                from copy in scenario.Arms.Where(arm => arm.Case.Replica > 0)
                from original in scenario.Arms.Where(arm =>
                    arm.Case.Case == copy.Case.Case && arm.Case.Replica == 0
                )
                from metric in Headline.Prepend(scenario.Metric).Distinct()
                select Comparison.Compare(original, copy, metric, margin),
            ])
        );
}
