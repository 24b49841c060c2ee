using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Reporter.Charts;

namespace Bench.Reporter.Decisions;

/// <summary>The pictures of a decision. All have a line at 1: the threshold, the load asked for, the chosen option.</summary>
internal static class DecisionPictures
{
    public static IReadOnlyList<PictureFile> Of(Decision decision) =>
        [
            .. new[] { Level(decision), Headroom(decision), Cost(decision) }
                .OfType<Picture>()
                .Select(PictureFile.Of),
        ];

    private static Picture? Level(Decision decision) =>
        Draw(
            decision,
            "level",
            "Who keeps the service level? Each figure ÷ its threshold",
            "Left of the line is within the threshold (right of it where at least so much is asked); the bar is the interval that decides. A bar that crosses the line decides nothing. What is zero has words alone.",
            [
                .. decision.Requirement.Level.Objectives.Select(
                    (objective, at) =>
                        new RowGroup(
                            objective.Text,
                            [.. Able(decision).Select(option => Row(option, option.Objectives[at]))]
                        )
                ),
            ],
            "figure ÷ threshold (log scale)",
            margin: 0
        );

    private static Picture? Headroom(Decision decision) =>
        Draw(
            decision,
            "headroom",
            "How much more load would each bear? Capacity ÷ load asked for",
            "Right of the line the option bears more than is asked; the bar is the 95 % interval. The axis is logarithmic: equal distances are equal ratios.",
            [new("", [.. Able(decision).Select(option => Row(option, decision.Requirement))])],
            "capacity ÷ load asked for (log scale)",
            margin: 0
        );

    private static Picture? Cost(Decision decision) =>
        decision.Reference is null
            ? null
            : Draw(
                decision,
                "cost",
                $"What does each cost? Weighted cost ÷ that of {decision.Reference.Name}",
                "Right of the line costs more; the bar is the 99 % interval over paired rounds, the band is what counts as no difference (5 %).",
                [new("", [.. decision.Scores.Where(score => score.Ratio is not null).Select(Row)])],
                $"cost ÷ {decision.Reference.Name} (log scale)",
                margin: 0.05
            );

    private static Picture? Draw(
        Decision decision,
        string name,
        string title,
        string howToRead,
        IReadOnlyList<RowGroup> groups,
        string axisName,
        double margin
    )
    {
        var values = groups
            .SelectMany(group => group.Rows)
            .Select(row => row.Value)
            .OfType<Estimate>()
            .ToList();
        if (values.Count == 0)
        {
            return null;
        }

        var place = $"{decision.Requirement.Workload.Id} at {DecisionWords.Asked(decision.Requirement)}";
        var axis = Axis.LogAround(values, Unit.Count, RowChart.AxisRoom(groups), 1);
        return new(
            $"decision-{name}",
            title,
            $"{title}, {place}. {string.Join(" ", groups.SelectMany(group => group.Rows).Select(row => $"{row.Label}: {row.Words}."))}",
            howToRead,
            Theme.Width,
            RowChart.Height(groups, place),
            RowChart.Draw(title, place, groups, axis, axisName, margin)
        );
    }

    private static IEnumerable<OptionEvidence> Able(Decision decision) =>
        decision.Options.Where(option => option.State is not (OptionState.OutOfReach or OptionState.Broken));

    private static Row Row(OptionEvidence option, ObjectiveEvidence evidence)
    {
        var threshold = evidence.Objective.Threshold;
        return Row(
            option,
            evidence.Value is { } value && value > 0 && threshold > 0
                ? new(
                    value / threshold,
                    evidence.Low / threshold,
                    evidence.High / threshold,
                    evidence.Launches
                )
                : null,
            $"{DecisionWords.Found(evidence)} {DecisionWords.State(evidence.State)}"
        );
    }

    private static Row Row(OptionEvidence option, Requirement requirement) =>
        Row(
            option,
            option.Headroom is { Ratio: { } ratio } room
                ? new(ratio, room.Low, room.High, room.Launches)
                : null,
            option.Headroom is { } found ? DecisionWords.Capacity(requirement, found) : "not looked for"
        );

    private static Row Row(Score score) =>
        Row(
            score.Option,
            new(score.Ratio!.Value, score.Low, score.High, score.Rounds),
            score.Low == score.High
                ? "1"
                : $"{Quantities.Significant(score.Ratio.Value)} {DecisionWords.Interval(Quantities.Significant, score.Ratio.Value, score.Low, score.High)}"
        );

    private static Row Row(OptionEvidence option, Estimate? value, string words) =>
        new(
            option.Name,
            ModelLook.Of(option.Option.Case.Model),
            option.Option.IsOnEqualTerms ? option.Option.Case.Variant : "as told",
            value,
            words
        );
}
