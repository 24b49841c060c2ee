using Bench.Analysis.Decisions;
using Bench.Reporter.Content;

namespace Bench.Reporter.Decisions;

/// <summary>Who keeps the service level: an objective a column.</summary>
internal static class LevelTable
{
    public static Table Of(Decision decision) =>
        new(
            "Who keeps the service level. Centre of the launches with the interval that decides (99 % over all looks); an objective is met or not met when the whole interval "
                + "lies on one side of its threshold, else undecided. Each launch is a process of its own.",
            [
                new("option", false),
                new("service level", false),
                .. decision.Requirement.Level.Objectives.Select(objective => new Column(
                    objective.Text,
                    true
                )),
                new("launches", true),
            ],
            Groups(decision, Row)
        );

    /// <summary>Rows by terms: equal first.</summary>
    public static IReadOnlyList<TableGroup> Groups(Decision decision, Func<OptionEvidence, TableRow> row) =>
        [
            .. decision
                .Options.GroupBy(option => option.Option.IsOnEqualTerms)
                .Select(terms => new TableGroup(
                    terms.Key
                        ? "equal terms: the rivals"
                        : "as the article tells it: for comparison, not chosen among",
                    [.. terms.Select(row)]
                )),
        ];

    private static TableRow Row(OptionEvidence option) =>
        option switch
        {
            { State: OptionState.OutOfReach } => Alone(option, $"out of reach: {option.Option.OutOfReach}"),
            { State: OptionState.Broken } => Alone(option, $"broken: {Broken(option)}"),
            _ => new(
                option.Name,
                [
                    new(DecisionWords.State(option.State), "", Kind(option.State)),
                    .. option.Objectives.Select(Cell),
                    Content.Cell.Figure($"{option.Arm!.Samples.Count}", Refused(option)),
                ]
            ),
        };

    private static TableRow Alone(OptionEvidence option, string why) =>
        new(option.Name, [Content.Cell.Word(why)]);

    private static string Broken(OptionEvidence option)
    {
        var worst = option.Arm!.Refused.First(refusal => refusal.Status != Results.SampleStatus.Measured);
        return $"{worst.Status}, {worst.Reasons[0]}";
    }

    private static Cell Cell(ObjectiveEvidence evidence) =>
        evidence.Value is { } value
            ? Content.Cell.Figure(
                evidence.Objective.Metric.Format(value),
                $"{DecisionWords.Interval(evidence)} {DecisionWords.State(evidence.State)}"
            )
            : Content.Cell.Word(evidence.Reason ?? "no figure");

    private static string Refused(OptionEvidence option) =>
        option.Arm!.Refused.Count == 0 ? "" : $"{option.Arm.Refused.Count} refused";

    private static string Kind(OptionState state) =>
        state switch
        {
            OptionState.Meets => "holds",
            OptionState.Misses => "refuted",
            _ => "undecided",
        };
}
