using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Pictures;

/// <summary>Latency over time, for stalls.</summary>
internal static class StallPicture
{
    private const string Title = "Did it stall? Latency over time";

    public static Picture? Of(Scenario scenario)
    {
        var place = ScenarioWords.Full(scenario);
        var arms = HeatMapChart.Arms(scenario);
        return arms.Count == 0
            ? null
            : new(
                $"{ScenarioWords.Slug(scenario)}-time",
                Title,
                $"{Title}, {place}: one strip each for {string.Join(", ", arms.Select(ArmName.Of))}. "
                    + "The same is in latencyOverTime of samples.jsonl.",
                "Time runs right, round after round; each column is one moment, darker where more of its operations lie; grey is a moment in which none ended, and white was not measured. "
                    + "A calm lane is a level band; a stall is a column that reaches up.",
                Theme.Width,
                HeatMapChart.Height(arms.Count, place),
                HeatMapChart.Draw(Title, place, arms)
            );
    }
}
