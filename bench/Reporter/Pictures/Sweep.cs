using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Pictures;

/// <summary>Scenarios of one workload that differ in one numeric parameter only, by its value.</summary>
/// <param name="Parameter">Name of the parameter that differs.</param>
/// <param name="Others">What they have in common of all that varies in the run.</param>
/// <param name="Scenarios">Value and scenario, ascending, at least two.</param>
internal sealed record Sweep(
    string Parameter,
    ParameterSet Others,
    IReadOnlyList<(double Value, Scenario Scenario)> Scenarios
)
{
    public string Terms => Scenarios[0].Scenario.Terms;

    public static IEnumerable<Sweep> In(IReadOnlyList<Scenario> scenarios) =>
        from name in scenarios.SelectMany(scenario => scenario.Varying).Select(item => item.Key).Distinct()
        from alike in scenarios
            .Where(scenario => scenario.Parameters.Number(name) > 0)
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
