using Bench.Results;

namespace Bench.Analysis;

/// <summary>Scenarios of one workload on the same terms that differ in one numeric parameter only, by its value.</summary>
/// <param name="Parameter">Name of the parameter that differs.</param>
/// <param name="Others">What they have in common of all that varies in the run.</param>
/// <param name="Scenarios">Value and scenario, ascending, at least two.</param>
public sealed record Sweep(
    string Parameter,
    ParameterSet Others,
    IReadOnlyList<(double Value, Scenario Scenario)> Scenarios
)
{
    public string Workload => Scenarios[0].Scenario.Workload.Id;
    public string Terms => Scenarios[0].Scenario.Terms;

    /// <summary>False for a metric that the workload does not have: it is not its own, and no launch has a figure of it.</summary>
    public bool Has(Metric metric) =>
        Scenarios.Any(point =>
            point.Scenario.Metric == metric || point.Scenario.Arms.Any(arm => arm.Values(metric).Count > 0)
        );

    /// <summary>All sweeps of a run, workload by workload.</summary>
    public static IEnumerable<Sweep> In(RunAnalysis run) =>
        run.Scenarios.GroupBy(scenario => scenario.Workload.Id).SelectMany(workload => In([.. workload]));

    /// <summary>The sweeps among the scenarios of one workload.</summary>
    public static IEnumerable<Sweep> In(IReadOnlyList<Scenario> scenarios) =>
        from name in scenarios.SelectMany(scenario => scenario.Varying).Select(item => item.Key).Distinct()
        from alike in scenarios
            .Where(scenario => scenario.Parameters.Number(name) is not null)
            .GroupBy(scenario => (scenario.Terms, Others: Without(scenario.Varying, name)))
        let points = alike
            .Select(scenario => (Value: scenario.Parameters.Number(name)!.Value, Scenario: scenario))
            .OrderBy(point => point.Value)
            .ToList()
        where points.Count > 1
        select new Sweep(name, alike.Key.Others, points);

    private static ParameterSet Without(ParameterSet parameters, string name) =>
        new(parameters.Where(item => item.Key != name));
}
