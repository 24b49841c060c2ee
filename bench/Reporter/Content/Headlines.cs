using Bench.Analysis;

namespace Bench.Reporter.Content;

/// <summary>The scenarios that speak for their workload in the first lines: one for each kind of terms.</summary>
internal static class Headlines
{
    /// <summary>
    /// The last of the plan (the largest, as plans grow) among those in which most models compete, so that a size
    /// which some model cannot reach does not stand for the whole.
    /// </summary>
    public static IEnumerable<Scenario> Of(IEnumerable<Scenario> scenarios) =>
        scenarios
            .GroupBy(scenario => scenario.Terms)
            .OrderByDescending(terms => terms.Key, StringComparer.Ordinal)
            .Select(terms =>
                terms.Aggregate(
                    (best, next) => next.Competing.Count() >= best.Competing.Count() ? next : best
                )
            );
}
