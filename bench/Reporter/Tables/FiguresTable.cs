using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>Every metric of one scenario: a row each, a column per arm.</summary>
internal static class FiguresTable
{
    public static Table Of(Scenario whole)
    {
        var scenario = whole.Untraced;
        var arms = scenario.Arms;
        var metrics = Metrics.In(arms.SelectMany(arm => arm.Samples));
        return Table.Plain(
            "Every figure: centre over launches with its 95 % interval. Bold: shown to be better than every other at 99 %.",
            [new("metric", false), .. arms.Select(arm => new Column(ArmName.Of(arm), true))],
            [
                new("valid samples", [.. arms.Select(Samples)]),
                new("steady state", [.. arms.Select(arm => Cell.Word(ArmWords.Steadiness(arm)))]),
                .. metrics.Select(metric => Row(scenario, metric)),
            ]
        );
    }

    private static Cell Samples(Arm arm) =>
        Cell.Figure($"{arm.Samples.Count}", arm.Refused.Count == 0 ? "" : $"{arm.Refused.Count} refused");

    private static TableRow Row(Scenario scenario, Metric metric)
    {
        var best = ArmCells.Best(scenario, metric);
        return new(metric.Title, [.. scenario.Arms.Select(arm => ArmCells.Of(arm, metric, best))]);
    }
}
