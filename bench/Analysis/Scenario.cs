using Bench.Results;

namespace Bench.Analysis;

/// <summary>The arms that met the same workload with the same parameters on the same terms: these may be compared.</summary>
/// <param name="Workload">Facts of the workload.</param>
/// <param name="Parameters">What was asked of every arm alike.</param>
/// <param name="Varying">Those of the parameters in which the run's scenarios of this workload differ.</param>
/// <param name="Terms"><c>told</c> or <c>equal</c>.</param>
/// <param name="Arms">In the plan's order, A/A copies included.</param>
/// <param name="Unreachable">What models cannot do here, with the reason.</param>
public sealed record Scenario(
    WorkloadFacts Workload,
    ParameterSet Parameters,
    ParameterSet Varying,
    string Terms,
    IReadOnlyList<Arm> Arms,
    IReadOnlyList<UnreachableCase> Unreachable
)
{
    /// <summary>The metric that the workload's answer speaks of.</summary>
    public Metric Metric => Metrics.Find(Workload.MetricThatMatters);

    /// <summary>The same without the arms that pay for being traced.</summary>
    public Scenario Untraced =>
        Arms.Any(arm => arm.Case.Traced)
            ? this with
            {
                Arms = [.. Arms.Where(arm => !arm.Case.Traced)],
            }
            : this;

    /// <summary>Arms that may be ranked: no A/A copies, nothing slowed on purpose or incorrect, at least one valid sample.</summary>
    public IEnumerable<Arm> Competing =>
        Arms.Where(arm => arm is { Case.Competes: true, Incorrect: false, Samples.Count: > 0 });

    /// <summary>True when no model of the run can do it here.</summary>
    public bool IsOutOfReach => Arms.Count == 0 && Unreachable.Count > 0;

    /// <summary>For example <c>inventory (users=500), equal terms</c>; parameters that never vary go without saying.</summary>
    public string Title =>
        Varying.Count == 0 ? $"{Workload.Id}, {Terms} terms" : $"{Workload.Id} ({Varying}), {Terms} terms";
}
