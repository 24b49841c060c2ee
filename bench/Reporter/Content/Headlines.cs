using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>The scenarios that speak for their workload in the first lines: one for each kind of terms.</summary>
internal static class Headlines
{
    private const string Told = "told";

    /// <summary>
    /// As told, the first of the plan: a workload lists what the article tells first. On equal terms, what has the same
    /// parameters, so that the two answers belong together; else the last of the plan (the largest, as plans grow). In
    /// both, one in which most models compete, so that a size that some model cannot reach does not stand for the whole, and
    /// on the simulated backend where that was measured.
    /// </summary>
    public static IEnumerable<Scenario> Of(IEnumerable<Scenario> scenarios)
    {
        var everywhere = scenarios.ToList();
        var simulated = everywhere.FindAll(scenario =>
            BackendName.Of(scenario.Parameters) == BackendName.Simulated
        );
        var all = simulated.Count > 0 ? simulated : everywhere;
        var told = all.Where(scenario => scenario.Terms == Told)
            .MaxBy(scenario => scenario.Competing.Count());
        var equal =
            all.Find(scenario => scenario.Terms != Told && scenario.Parameters.Equals(told?.Parameters))
            ?? all.Where(scenario => scenario.Terms != Told)
                .Reverse()
                .MaxBy(scenario => scenario.Competing.Count());
        return new[] { told, equal }.OfType<Scenario>();
    }
}
