using Bench.Analysis;
using Bench.Analysis.Decisions;

namespace Bench.Reporter.Decisions;

/// <summary>Where the order of costs changes along the load, criterion by criterion; what several options have in common is said once.</summary>
internal static class OrderSentences
{
    public static IEnumerable<string> Of(Decision decision) =>
        decision
            .Crossovers.GroupBy(pair => (pair.Metric, Range: Range(pair, decision.Requirement)))
            .SelectMany(group =>
                Of([.. group], group.Key.Metric, group.Key.Range, decision.Chosen!.Arm!.Name)
            );

    private static IEnumerable<string> Of(
        List<CrossoverAnalysis> pairs,
        Metric metric,
        string range,
        string chosen
    )
    {
        var what = DecisionWords.Lower(metric.Title);
        var ahead = Names(pairs.FindAll(pair => pair.Leader == chosen), chosen);
        var behind = Names(pairs.FindAll(pair => pair.Leader is { } leader && leader != chosen), chosen);
        if (ahead.Length > 0)
        {
            yield return $"In {what} the order holds from {range}: {chosen} takes less than {ahead} at every load measured.";
        }

        if (behind.Length > 0)
        {
            yield return $"In {what} the order holds from {range}: {behind} {(behind.Contains(" and ", StringComparison.Ordinal) ? "take" : "takes")} less than {chosen} at every load measured.";
        }

        foreach (var pair in pairs.Where(pair => pair.Leader is null))
        {
            yield return $"In {what}, {pair.One} and {pair.Other}: {pair.Words}.";
        }
    }

    private static string Names(List<CrossoverAnalysis> pairs, string chosen) =>
        DecisionWords.Join(pairs.Select(pair => pair.One == chosen ? pair.Other : pair.One));

    private static string Range(CrossoverAnalysis pair, Requirement requirement)
    {
        double[] loads = [.. pair.Points.Select(point => point.At), .. pair.Missing];
        return $"{DecisionWords.Load(requirement, loads.Min())} to {DecisionWords.Load(requirement, loads.Max())}";
    }
}
