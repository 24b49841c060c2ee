namespace Bench.Analysis;

/// <summary>Says in one sentence who is best, by what ratio, and with what interval; never a rank that the intervals do not bear.</summary>
public static class Answers
{
    /// <summary>The answer for one scenario. A/A copies and incorrect arms never compete.</summary>
    public static Answer For(Scenario scenario, Metric metric)
    {
        var ranked = scenario
            .Competing.Select(arm => (Arm: arm, Estimate: arm.Estimate(metric)))
            .Where(pair => pair.Estimate is not null)
            .OrderBy(pair => metric.HigherIsBetter ? -pair.Estimate!.Value.Value : pair.Estimate!.Value.Value)
            .ToList();
        if (ranked.Count == 0)
        {
            return new(
                scenario,
                metric,
                [],
                false,
                [],
                $"{scenario.Title}: no valid sample has {metric.Title}."
            );
        }

        var leader = ranked[0].Arm;
        var others = ranked.Skip(1).Select(pair => pair.Arm).ToList();
        var verdicts = others.ConvertAll(arm => Comparison.Compare(arm, leader, metric));
        Arm[] best = [leader, .. others.Where((_, index) => verdicts[index].Outcome != Outcome.Better)];
        return new(
            scenario,
            metric,
            best,
            best.Length == 1 && others.Count > 0,
            verdicts,
            $"{scenario.Title}: {AnswerText.Of(leader, ranked[0].Estimate!.Value, metric, verdicts)}"
                + AnswerText.Incorrect(scenario)
        );
    }
}
