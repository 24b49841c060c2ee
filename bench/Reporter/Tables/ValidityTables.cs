using System.Globalization;
using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>What entered no figure, or gave way to a repeat, and why; and whether the same code measured twice came out the same.</summary>
internal static class ValidityTables
{
    public static IReadOnlyList<Table> Of(RunAnalysis run, AaCheck check) =>
        [
            .. new[] { Refused(run), Replaced(run), Unreachable(run), LeftOut(run), SameCode(check) }.Where(
                table => table.Groups[0].Rows.Count > 0
            ),
        ];

    private static Table Refused(RunAnalysis run) =>
        Table.Plain(
            "Refused samples: these enter no figure.",
            [
                new("model and scenario", false),
                new("round", true),
                new("status", false),
                new("because", false),
            ],
            [
                .. from scenario in run.Scenarios
                from arm in scenario.Arms
                from refusal in arm.Refused
                select new TableRow(
                    $"{ArmName.Of(arm)} in {ScenarioWords.Full(scenario)}",
                    [
                        Cell.Figure(refusal.Round.ToString(CultureInfo.InvariantCulture)),
                        Cell.Word(refusal.Status),
                        Cell.Word(string.Join("; ", refusal.Reasons)),
                    ]
                ),
            ]
        );

    private static Table Replaced(RunAnalysis run) =>
        Table.Plain(
            "Samples measured again: nothing is wrong with them, but other things ran on the machine in their round; those of the round that repeats it count in their place.",
            [new("model and scenario", false), new("round", true), new("because", false)],
            [
                .. from scenario in run.Scenarios
                from arm in scenario.Arms
                from sample in arm.Replaced
                select new TableRow(
                    $"{ArmName.Of(arm)} in {ScenarioWords.Full(scenario)}",
                    [
                        Cell.Figure(sample.Round.ToString(CultureInfo.InvariantCulture)),
                        Cell.Word(string.Join("; ", sample.Reasons)),
                    ]
                ),
            ]
        );

    private static Table Unreachable(RunAnalysis run) =>
        Table.Plain(
            "Cases out of a model's reach: listed, not left out in silence.",
            [new("model and scenario", false), new("because", false)],
            [
                .. from scenario in run.Scenarios
                from item in scenario.Unreachable
                select new TableRow(
                    $"{ArmName.Of(item)} in {ScenarioWords.Full(scenario)}",
                    [Cell.Word(item.Reason)]
                ),
            ]
        );

    private static Table LeftOut(RunAnalysis run) =>
        Table.Plain(
            "Not a natural fit: workloads that a model leaves out because its experts would not use it for them.",
            [new("model", false), new("workload", false), new("because", false)],
            [
                .. run.Manifest.LeftOut.Select(item => new TableRow(
                    item.Model,
                    [Cell.Word(item.Workload), Cell.Word(item.Reason)]
                )),
            ]
        );

    private static Table SameCode(AaCheck check) =>
        Table.Plain(
            "The A/A arm: one case measured twice under two names. Anything but equivalent or inconclusive is a fault of the run.",
            [
                new("case", false),
                new("metric", false),
                new(
                    $"ratio, {Looks.IntervalName(check.Verdicts.Count == 0 ? 1 : check.Verdicts[0].Looks)}",
                    true
                ),
                new("verdict", false),
            ],
            [
                .. check.Verdicts.Select(verdict => new TableRow(
                    $"{verdict.Workload} · {verdict.Contender} against {verdict.Baseline}",
                    [
                        Cell.Word(Metrics.Find(verdict.Metric).Title),
                        Cell.Figure(VerdictWords.Ratio(verdict)),
                        Cell.Word(VerdictWords.Word(verdict.Outcome)),
                    ]
                )),
            ]
        );
}
