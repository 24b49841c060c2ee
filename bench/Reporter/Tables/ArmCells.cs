using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>Figures of arms as cells.</summary>
internal static class ArmCells
{
    /// <summary>The arm shown to be better than every other in this metric, or null.</summary>
    public static Arm? Best(Scenario scenario, Metric metric) =>
        Answers.For(scenario, metric) is { Alone: true, Best: [var best] } ? best : null;

    public static Cell Of(Arm arm, Metric metric, Arm? best)
    {
        if (ArmWords.Shown(arm, metric) is not { } estimate)
        {
            return Cell.Word(ArmWords.WhyNone(arm));
        }

        var interval = estimate is { Value: 0, Low: 0, High: 0 } ? "" : ArmWords.Interval(estimate, metric);
        var cell = Cell.Figure(metric.Format(estimate.Value), interval);
        return arm == best ? cell with { Kind = "best" } : cell;
    }
}
