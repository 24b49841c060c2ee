using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Reporter.Content;

namespace Bench.Reporter.Decisions;

/// <summary>What options cost: a criterion a column, and the weighted ratio to the chosen one.</summary>
internal static class CostTable
{
    public static Table Of(Decision decision) =>
        new(
            "What each option takes at this load: centre of the launches with its 99 % interval over all looks. The last column is the weighted geometric mean of the ratios to "
                + $"{decision.Reference?.Name ?? "the cheapest"}, paired by round, with such an interval.",
            [
                new("option", false),
                .. decision.Requirement.Criteria.Select(criterion => new Column(
                    Heading(criterion, decision),
                    true
                )),
                new(decision.Reference is null ? "cost" : $"cost ÷ {decision.Reference.Name}", true),
            ],
            LevelTable.Groups(decision, option => Row(option, decision))
        );

    /// <summary>The factors of each ratio, so that a reader can work it out again.</summary>
    public static Table Parts(Decision decision) =>
        Table.Plain(
            "The arithmetic: in each criterion the ratio to "
                + $"{decision.Reference!.Name} over the same rounds, raised to its share of the weights; their product is the cost.",
            [
                new("option", false),
                .. decision.Criteria.Select(criterion => new Column(
                    $"{criterion.Id} ^ {Share(criterion, decision)}",
                    true
                )),
                new("product", true),
            ],
            [
                .. decision
                    .Scores.Where(score => score.Ratio is not null)
                    .Select(score => Parts(score, decision)),
            ]
        );

    private static TableRow Parts(Score score, Decision decision) =>
        new(
            score.Option.Name,
            [
                .. decision.Criteria.Select(criterion =>
                    Cell.Figure(Quantities.Significant(score.Parts[criterion.Id]))
                ),
                Cell.Figure(
                    Quantities.Significant(score.Ratio!.Value),
                    score.SetAside == 0 ? "" : $"{score.SetAside} rounds set aside as disturbed"
                ),
            ]
        );

    private static string Share(Criterion criterion, Decision decision)
    {
        var weights = decision.Requirement.Weights;
        var total = decision.Criteria.Sum(weights.Of);
        return Quantities.Significant(total == 0 ? 0 : weights.Of(criterion) / total);
    }

    private static string Heading(Criterion criterion, Decision decision) =>
        $"{DecisionWords.Lower(criterion.Title)} (weight {DecisionWords.Number(decision.Requirement.Weights.Of(criterion))})";

    private static TableRow Row(OptionEvidence option, Decision decision) =>
        option.State is OptionState.OutOfReach or OptionState.Broken
        || option.Arm is not { Samples.Count: > 0 }
            ? new(option.Name, [Cell.Word($"no figures: {DecisionWords.State(option.State)}")])
            : new(
                option.Name,
                [
                    .. decision.Requirement.Criteria.Select(criterion => Of(option, criterion)),
                    Ratio(decision.Scores.FirstOrDefault(score => score.Option == option)),
                ]
            );

    private static Cell Of(OptionEvidence option, Criterion criterion) =>
        option.Of(criterion) is { } cost
            ? Cell.Figure(
                criterion.Format(cost.Value),
                criterion.Metric is null
                    ? ""
                    : DecisionWords.Interval(criterion.Format, cost.Value, cost.Low, cost.High)
            )
            : Cell.Word("–");

    private static Cell Ratio(Score? score) =>
        score?.Ratio is { } ratio
            ? Cell.Figure(
                Quantities.Significant(ratio),
                score.Low == score.High
                    ? ""
                    : $"{DecisionWords.Interval(Quantities.Significant, ratio, score.Low, score.High)} {Word(score)}"
            )
            : Cell.Word("–");

    private static string Word(Score score) =>
        score.Outcome switch
        {
            Outcome.Worse => "dearer",
            Outcome.Better => "cheaper",
            Outcome.Equivalent => "equivalent",
            _ => "not told apart",
        };
}
