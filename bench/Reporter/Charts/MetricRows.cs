using Bench.Analysis;
using Bench.Reporter.Words;

namespace Bench.Reporter.Charts;

/// <summary>Rows of a metric: every arm of a scenario, with the value or the word for why it has none.</summary>
internal static class MetricRows
{
    public static RowGroup Of(Scenario scenario, Metric metric, string? heading = null)
    {
        var title = heading ?? metric.Title;
        string[] reasons = ArmWords.NeedsMany(metric)
            ? [.. scenario.Arms.Select(arm => WhyNone(arm, metric)).Distinct()]
            : [];
        return reasons is [{ Length: > 0 } reason]
            ? new($"{title}: {reason} in every lane", [])
            : new(title, Rows(scenario, metric));
    }

    private static IReadOnlyList<Row> Rows(Scenario scenario, Metric metric) =>
        [
            .. scenario.Arms.Select(arm => Row(arm, metric)),
            .. scenario.Unreachable.Select(unreachable => new Row(
                ArmName.Of(unreachable),
                ModelLook.Of(unreachable.Model),
                unreachable.Variant,
                null,
                "out of reach"
            )),
        ];

    private static Row Row(Arm arm, Metric metric)
    {
        var estimate = ArmWords.Shown(arm, metric);
        return new(
            ArmName.Of(arm),
            ModelLook.Of(arm.Case.Model),
            arm.Case.Variant,
            estimate,
            estimate is { } value
                ? ArmWords.Figure(value, metric) + ArmWords.Basis(arm, value)
                : ArmWords.WhyNone(arm, metric)
        );
    }

    private static string WhyNone(Arm arm, Metric metric) =>
        ArmWords.Shown(arm, metric) is null ? ArmWords.WhyNone(arm, metric) : "";
}
