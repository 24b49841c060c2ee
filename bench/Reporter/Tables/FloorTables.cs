using Bench.Analysis;
using Bench.Analysis.Floors;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>The lanes against public forms, what recording adds, and all forms: a group a pattern.</summary>
internal static class FloorTables
{
    private static readonly Metric s_cost = new("", "", Unit.Nanoseconds, false, _ => null);

    public static Table Lanes(FloorFindings findings) =>
        new(
            $"What an operation costs in the lane and in the best public form of its model. A lane is within {Quantities.Format(Math.Round(findings.Margin * 100), Unit.Count)} % when the "
                + "whole 99 % interval of lane ÷ form says so for every form, and slower when it says the contrary for one of them.",
            [
                new("lane", false),
                new("costs", true),
                new("best public form", false),
                new("costs", true),
                new("lane ÷ form", true),
                new("verdict", false),
            ],
            Groups(findings, findings.Lanes, lane => lane.Pattern, Row)
        );

    public static Table Recordings(FloorFindings findings) =>
        new(
            "The same lane untimed and as every run measures it, with two clock readings and an entry of a histogram for each operation: a difference between a lane's "
                + "figures elsewhere in this report and a public benchmark's is first of all this.",
            [
                new("lane", false),
                new("untimed", true),
                new("recorded", true),
                new("recorded ÷ untimed", true),
            ],
            Groups(findings, findings.Recordings, recording => recording.Pattern, Row)
        );

    public static Table Forms(FloorFindings findings) =>
        new(
            "Every form with what it hands over with. Processors are what it keeps busy; bytes are managed and per operation.",
            [
                new("model and form", false),
                new("costs", true),
                new("processors", true),
                new("bytes", true),
                new("lane ÷ form", true),
                new("hands over with", false),
                new("public code", false),
            ],
            Groups(findings, findings.Forms, form => form.Pattern, Row)
        );

    private static List<TableGroup> Groups<T>(
        FloorFindings findings,
        IReadOnlyList<T> items,
        Func<T, string> patternOf,
        Func<T, TableRow> row
    ) =>
        [
            .. from pattern in findings.Patterns
            let rows = items.Where(item => patternOf(item) == pattern.Id).Select(row).ToList()
            where rows.Count > 0
            select new TableGroup($"{pattern.Title}: {pattern.Operation}", rows),
        ];

    private static TableRow Row(LaneFloor lane) =>
        new(
            lane.Lane.Name,
            [
                Cost(lane.Lane),
                new(lane.Best?.Primitive ?? "–", lane.Best?.Name ?? "", "word"),
                lane.Best is null ? Cell.Word("–") : Cost(lane.Best),
                Ratio(lane.Against),
                Verdict(lane.Against),
            ]
        );

    private static TableRow Row(RecordingCost recording) =>
        new(
            recording.Untimed.Name,
            [Cost(recording.Untimed), Cost(recording.Recorded), Ratio(recording.Ratio)]
        );

    private static TableRow Row(FormCost form) =>
        new(
            $"{form.Model}: {form.Form.Name}",
            [
                Cost(form.Form),
                form.Form.Processors is { } processors
                    ? Cell.Figure(Quantities.Significant(processors))
                    : Cell.Word("–"),
                form.Form.AllocatedBytes is { } bytes
                    ? Cell.Figure(Quantities.Format(Math.Round(bytes), Unit.Count))
                    : Cell.Word("–"),
                form.Lane is null ? Cell.Word("–") : Ratio(form.Lane),
                new(
                    form.Form.Primitive ?? "",
                    form.Aside is null ? "" : $"not held against the lane: {form.Aside}",
                    "word"
                ),
                Cell.Word(form.Form.PublicCode ?? ""),
            ]
        );

    private static Cell Cost(ArmCost arm) =>
        arm.Nanoseconds is { } cost
            ? Cell.Figure(s_cost.Format(cost.Value), ArmWords.Interval(cost, s_cost))
            : Cell.Word("no valid launch");

    private static Cell Ratio(CostRatio ratio) =>
        ratio switch
        {
            { Ratio: { } value, Low: { } low, High: { } high } => Cell.Figure(
                $"{Quantities.Significant(value)}×",
                $"{Quantities.Significant(low)}–{Quantities.Significant(high)}"
            ),
            { Ratio: { } value } => Cell.Figure($"{Quantities.Significant(value)}×", "1 round"),
            _ => Cell.Word("–"),
        };

    private static Cell Verdict(CostRatio against) =>
        against.Outcome switch
        {
            FloorOutcome.Within => new($"✓ {FloorWords.Verdict(against)}", "", "holds"),
            FloorOutcome.Slower => new($"✗ {FloorWords.Verdict(against)}", "", "refuted"),
            _ => new(FloorWords.Verdict(against), "", "undecided"),
        };
}
