using Bench.Analysis.Decisions;

namespace Bench.Reporter.Decisions;

/// <summary>The last parts of a record: pros and cons, risks, validity, arithmetic, words, and how to do it again.</summary>
internal static class MoreSections
{
    public static IEnumerable<RecordSection> Of(Decision decision, DecisionSources sources) =>
        [
            new("Pros and Cons of the Options")
            {
                Paragraphs =
                [
                    "Good, neutral and bad are said against the service level and beside the chosen option; each figure has its interval.",
                ],
            },
            .. decision.Options.Select(option => new RecordSection(option.Name, 3)
            {
                Points = [.. OptionPoints.Of(option, decision)],
            }),
            new("More Information")
            {
                Paragraphs =
                [
                    "Risks, what the evidence is worth, how the cost is worked out, what the words mean, and how to repeat it all.",
                ],
            },
            RiskSections.Of(decision),
            EvidenceSections.Of(decision, sources),
            Arithmetic(decision),
            new("Words", 3) { Points = [.. Glossary.Of(decision)] },
            Again(sources),
        ];

    private static RecordSection Arithmetic(Decision decision) =>
        new("How the cost is worked out", 3)
        {
            Paragraphs =
            [
                "Among the options that keep the service level, cost decides. In every round each option is measured beside the others in random order. For each criterion with a weight the option's figure of "
                    + "that round is divided by that of the option compared with; the ratios are multiplied, each raised to the power of its weight ÷ the sum of all weights (a weighted geometric mean, "
                    + "so that 2 means twice as dear in all, and no unit matters). One such figure a round gives centre and interval by Student's t on logarithms. Dearer means that the whole 99 % interval "
                    + "lies above 1; equivalent that the 95 % interval lies within 5 % of 1; anything else is not told apart, and a tie.",
            ],
            Tables = decision.Reference is null ? [] : [CostTable.Parts(decision)],
        };

    private static RecordSection Again(DecisionSources sources) =>
        new("Evidence, and how to repeat it", 3)
        {
            Points =
            [
                .. sources.Runs.Select(run => new Point(
                    run.What,
                    $"run {run.Run}, {run.Samples} samples, in {run.Folder}"
                )),
            ],
            Commands =
            [
                sources.Command,
                sources.Again,
                .. sources.Runs.Select(run => run.Command).Where(command => command.Length > 0),
            ],
        };
}
