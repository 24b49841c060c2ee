namespace Bench.Reporter.Interactive;

/// <summary>Scenarios that differ in one numeric parameter.</summary>
/// <param name="Parameter">The parameter in words.</param>
/// <param name="Scenarios">Indices of the scenarios, by the parameter's value.</param>
/// <param name="Values">The parameter's values, ascending.</param>
/// <param name="Labels">The values with their unit.</param>
internal sealed record ExplorerSweep(
    string Parameter,
    IReadOnlyList<int> Scenarios,
    IReadOnlyList<double> Values,
    IReadOnlyList<string> Labels
);
