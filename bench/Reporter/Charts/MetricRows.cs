using Bench.Analysis;
using Bench.Reporter.Words;

namespace Bench.Reporter.Charts;

/// <summary>Rows of a metric: every arm of a scenario, with the value or the word for why it has none.</summary>
internal static class MetricRows
{
    public static RowGroup Of(Scenario scenario, Metric metric, string? heading = null)
    {
        var title = heading ?? metric.Title;
        var rows = scenario.Arms.Select(arm => Row(arm, metric)).ToList();
        string[] reasons =
            ArmWords.NeedsMany(metric) && rows.TrueForAll(row => row.Value is null)
                ? [.. rows.Select(row => row.Words).Distinct()]
                : [];
        return reasons is [var reason]
            ? new($"{title}: {reason} in every lane", [])
            : new(title, [.. rows, .. OutOfReach(scenario)]);
    }

    private static IEnumerable<Row> OutOfReach(Scenario scenario) =>
        scenario.Unreachable.Select(unreachable => new Row(
            ArmName.Of(unreachable),
            ModelLook.Of(unreachable.Model),
            unreachable.Variant,
            null,
            "out of reach"
        ));

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
}
