using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;

namespace Bench.Reporter.Pictures;

/// <summary>Makes a picture of rows, its axis and its alternative text.</summary>
internal static class RowPicture
{
    /// <summary>Null when no row has a value. The axis says what bars and figures in brackets are: intervals of a level.</summary>
    public static Picture? Of(
        Scenario scenario,
        string kind,
        string title,
        string howToRead,
        IReadOnlyList<RowGroup> groups,
        Func<IReadOnlyList<Estimate>, Room, Axis> axis,
        string axisName,
        string level = "95 %",
        double? margin = null
    )
    {
        var estimates = groups
            .SelectMany(group => group.Rows)
            .Select(row => row.Value)
            .OfType<Estimate>()
            .ToList();
        if (estimates.Count == 0)
        {
            return null;
        }

        var place = ScenarioWords.Full(scenario);
        var drawn = axis(estimates, RowChart.AxisRoom(groups));
        return new(
            $"{ScenarioWords.Slug(scenario)}-{kind}",
            title,
            $"{title}, {place}. {string.Join(" ", groups.Select(Say))}",
            howToRead,
            Theme.Width,
            RowChart.Height(groups, place),
            RowChart.Draw(title, place, groups, drawn, $"{axisName}; bar and [ ]: {level} interval", margin)
        );
    }

    private static string Say(RowGroup group) =>
        (group.Heading.Length == 0 ? "" : $"{group.Heading}: ")
        + string.Join("; ", group.Rows.Select(row => $"{row.Label} {row.Words}"))
        + ".";
}
