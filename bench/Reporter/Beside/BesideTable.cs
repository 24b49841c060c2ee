using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Beside;

/// <summary>Every case that two runs have, before and after.</summary>
internal static class BesideTable
{
    public static Table Of(IReadOnlyList<RunChange> changes) =>
        new(
            "In the metric that matters to each workload: the centres of both runs, and after ÷ before with its 99 % interval.",
            [
                new("case", false),
                new("before", true),
                new("after", true),
                new("after ÷ before", true),
                new("verdict", false),
            ],
            [
                .. changes
                    .GroupBy(change => change.Scenario.Workload.Id)
                    .Select(workload => new TableGroup(
                        $"{workload.First().Scenario.Workload.Title}: {workload.First().Metric.Title}",
                        [.. workload.Select(Row)]
                    )),
            ]
        );

    /// <summary>Why there is no ratio or no decision; empty when the figures speak for themselves.</summary>
    public static string Why(Verdict verdict) =>
        verdict switch
        {
            { Reason: { } reason } => reason,
            { FurtherRounds: { } rounds } =>
                $"{Quantities.Counted(rounds, "more round")} would probably decide",
            _ => "",
        };

    private static TableRow Row(RunChange change) =>
        new(
            $"{ScenarioWords.Place(change.Scenario)} · {ArmName.Of(change.After)}",
            [
                Centre(change.Before, change.Metric),
                Centre(change.After, change.Metric),
                Cell.Figure(VerdictWords.Ratio(change.Verdict)),
                new(
                    VerdictWords.Word(change.Verdict.Outcome),
                    Why(change.Verdict),
                    Kind(change.Verdict.Outcome)
                ),
            ]
        );

    private static Cell Centre(Arm arm, Metric metric) =>
        ArmWords.Shown(arm, metric) is { } estimate
            ? Cell.Figure(metric.Format(estimate.Value))
            : Cell.Figure("–", ArmWords.WhyNone(arm));

    private static string Kind(Outcome outcome) =>
        outcome switch
        {
            Outcome.Better => "holds",
            Outcome.Worse => "refuted",
            Outcome.Equivalent => "word",
            _ => "undecided",
        };
}
