using System.Globalization;
using Bench.Analysis;
using Bench.Analysis.Floors;

namespace Bench.Cli.Terminal;

/// <summary>The lanes against the best public form, what recording adds, and every form: a group a pattern.</summary>
internal static class FloorTable
{
    public static void Write(FloorFindings findings)
    {
        Write(
            ["lane", "costs", "best public form", "costs", "lane ÷ form", "99 % interval", "verdict"],
            Groups(findings, findings.Lanes, lane => lane.Pattern, Lane)
        );
        Write(
            ["lane", "untimed", "recorded", "ratio", "99 % interval"],
            Groups(findings, findings.Recordings, item => item.Pattern, Recording),
            "What timing and recording every operation adds to a lane, beside the same lane untimed:"
        );
        Write(
            ["model", "form", "costs", "processors", "bytes", "lane ÷ form", "hands over with"],
            Groups(findings, findings.Forms, form => form.Pattern, Form),
            "Every public form, and the bare primitives:"
        );
    }

    // With some patterns only, a table may have nothing to say.
    private static void Write(string[] headings, List<TableGroup> groups, string? title = null)
    {
        if (groups.Count == 0)
        {
            return;
        }

        if (title is not null)
        {
            Console.Out.WriteLine($"\n{title}");
        }

        DataTable.Write(headings, groups);
    }

    private static List<TableGroup> Groups<T>(
        FloorFindings findings,
        IReadOnlyList<T> items,
        Func<T, string> patternOf,
        Func<T, string[]> row
    ) =>
        [
            .. from pattern in findings.Patterns
            let rows = items.Where(item => patternOf(item) == pattern.Id).Select(row).ToList()
            where rows.Count > 0
            select new TableGroup($"{pattern.Title}: {pattern.Operation}", [.. rows]),
        ];

    private static string[] Lane(LaneFloor lane) =>
        [
            lane.Lane.Name,
            Cost(lane.Lane),
            lane.Best?.Name ?? "–",
            lane.Best is null ? "–" : Cost(lane.Best),
            Ratio(lane.Against),
            Interval(lane.Against),
            FloorWords.Verdict(lane.Against),
        ];

    private static string[] Recording(RecordingCost recording) =>
        [
            recording.Untimed.Name,
            Cost(recording.Untimed),
            Cost(recording.Recorded),
            Ratio(recording.Ratio),
            Interval(recording.Ratio),
        ];

    private static string[] Form(FormCost form) =>
        [
            form.Model,
            form.Form.Name,
            Cost(form.Form),
            form.Form.Processors is { } processors
                ? processors.ToString("0.0", CultureInfo.InvariantCulture)
                : "–",
            form.Form.AllocatedBytes is { } bytes ? Quantities.Format(Math.Round(bytes), Unit.Count) : "–",
            form.Lane is null ? "–" : Ratio(form.Lane),
            form.Form.Primitive + (form.Aside is null ? "" : $" (not held against the lane: {form.Aside})"),
        ];

    private static string Cost(ArmCost arm) =>
        arm.Nanoseconds is { } cost ? Quantities.Format(cost.Value, Unit.Nanoseconds) : "–";

    private static string Ratio(CostRatio ratio) =>
        ratio.Ratio is { } value ? VerdictRows.Number(value) : "–";

    private static string Interval(CostRatio ratio) =>
        ratio is { Low: { } low, High: { } high }
            ? $"{VerdictRows.Number(low)}–{VerdictRows.Number(high)}"
            : "–";
}
