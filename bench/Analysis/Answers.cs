namespace Bench.Analysis;

/// <summary>
/// Says in one sentence who is best, by what ratio, and with what interval; never a rank that the intervals do not
/// bear: every pair of arms is compared and all pairs are one family (Holm).
/// </summary>
public static class Answers
{
    /// <summary>The answer for one scenario. A/A copies and incorrect arms never compete.</summary>
    public static Answer For(Scenario scenario, Metric metric)
    {
        Arm[] arms =
        [
            .. scenario
                .Competing.Select(arm => (Arm: arm, Centre: arm.Estimate(metric)?.Value))
                .Where(pair => pair.Centre is not null)
                .OrderBy(pair => metric.HigherIsBetter ? -pair.Centre : pair.Centre)
                .Select(pair => pair.Arm),
        ];
        if (arms.Length == 0)
        {
            return new(scenario, metric, [], false, [], $"{scenario.Title}: {WhyNone(scenario, metric)}.");
        }

        var pairs = Pairs(arms, metric);
        var beaten = pairs
            .Where(verdict => verdict.Outcome is Outcome.Better or Outcome.Worse)
            .Select(verdict => verdict.Outcome == Outcome.Better ? verdict.Baseline : verdict.Contender)
            .ToHashSet(StringComparer.Ordinal);
        var leader = Array.Find(arms, arm => !beaten.Contains(arm.Name)) ?? arms[0];
        Verdict[] against =
        [
            .. pairs
                .Where(verdict => verdict.Baseline == leader.Name || verdict.Contender == leader.Name)
                .Select(verdict => verdict.Contender == leader.Name ? verdict : verdict.Reversed()),
        ];
        Arm[] best = [leader, .. arms.Where(arm => arm != leader && !beaten.Contains(arm.Name))];
        var text = AnswerText.Of(leader.Name, leader.Estimate(metric)!.Value, metric, against);
        return new(
            scenario,
            metric,
            best,
            best.Length == 1 && arms.Length > 1,
            against,
            $"{scenario.Title}: {text}{AnswerText.Cautions(scenario)}"
        );
    }

    private static string WhyNone(Scenario scenario, Metric metric) =>
        scenario.IsOutOfReach
            ? $"out of reach: {string.Join("; ", scenario.Unreachable.Select(one => one.Reason).Distinct())}"
            : $"no valid sample has {metric.Id}";

    private static IReadOnlyList<Verdict> Pairs(Arm[] bestFirst, Metric metric) =>
        Family.Holm([
            .. from better in Enumerable.Range(0, bestFirst.Length)
            from worse in Enumerable.Range(better + 1, bestFirst.Length - better - 1)
            select Comparison.Compare(bestFirst[worse], bestFirst[better], metric),
        ]);
}
