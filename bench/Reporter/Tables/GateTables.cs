using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Reporter.Content;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Tables;

/// <summary>What a gate found, in tables.</summary>
internal static class GateTables
{
    private const int MostOfAKind = 10;

    /// <summary>Worse than allowed, what cannot be told, and better: a group each, those with the largest effect first; none when there is nothing of that.</summary>
    public static IEnumerable<Table> Notable(GateAnalysis gate)
    {
        TableGroup[] groups =
        [
            Group("worse than allowed", gate.Failed),
            Group("cannot be told", gate.Open),
            Group("better", gate.Better),
        ];
        TableGroup[] filled = [.. groups.Where(group => group.Rows.Count > 0)];
        return filled.Length == 0 ? [] : [With(gate, "Head ÷ base, paired by round.", filled)];
    }

    /// <summary>Every comparison; none when there is none.</summary>
    public static IEnumerable<Table> All(GateAnalysis gate) =>
        gate.Findings.Count == 0
            ? []
            :
            [
                With(
                    gate,
                    "The metric that matters in each workload decides; the others are watched: they can fail the gate, but it does not wait for them. Figures are centres over launches with their 95 % intervals.",
                    [new("", [.. gate.Findings.Select(Row)])]
                ),
            ];

    /// <summary>The comparisons of one scenario, for the report; none in a run of one build.</summary>
    public static IEnumerable<Table> Of(GateAnalysis? gate, Scenario scenario)
    {
        List<GateFinding> own = [.. gate?.Findings.Where(finding => finding.Pair.Scenario == scenario) ?? []];
        return own.Count == 0
            ? []
            :
            [
                With(
                    gate!,
                    "This tree (head) against base, the same case in the same rounds. The workloads' own metrics are one family (Holm), what is watched beside them another.",
                    [new("", [.. own.Select(Row)])]
                ),
            ];
    }

    /// <summary>What could not be compared; none when everything was.</summary>
    public static IEnumerable<Table> Omitted(GatePlan plan) =>
        plan.Omitted.Count == 0
            ? []
            :
            [
                Table.Plain(
                    "Not compared.",
                    [new("case", false), new("because", false)],
                    [.. plan.Omitted.Select(item => new TableRow(item.Case, [Cell.Word(item.Reason)]))]
                ),
            ];

    private static Table With(GateAnalysis gate, string caption, IReadOnlyList<TableGroup> groups) =>
        new(
            caption,
            [
                new("case", false),
                new("metric", false),
                new("base", true),
                new("head", true),
                new($"head ÷ base, {Looks.IntervalName(gate.Findings[0].Verdict.Looks)}", true),
                new("verdict", false),
            ],
            groups
        );

    private static TableGroup Group(string heading, IReadOnlyList<GateFinding> findings)
    {
        var rows = findings
            .OrderByDescending(finding => Math.Abs(Math.Log(finding.Verdict.Ratio ?? double.MaxValue)))
            .Take(MostOfAKind)
            .Select(Row)
            .ToList();
        return new(
            findings.Count > MostOfAKind
                ? $"{heading}: {MostOfAKind} of {findings.Count}, all in the details"
                : heading,
            rows
        );
    }

    private static TableRow Row(GateFinding finding) =>
        new(
            $"{ArmName.Of(finding.Pair.Contender)} in {ScenarioWords.Full(finding.Pair.Scenario)}",
            [
                Cell.Word(finding.Metric.Title + (finding.Decides ? "" : " (watched)")),
                Figure(finding.Pair.Baseline, finding.Metric),
                Figure(finding.Pair.Contender, finding.Metric),
                Cell.Figure(VerdictWords.Ratio(finding.Verdict)),
                Cell.Word(Words(finding)),
            ]
        );

    private static Cell Figure(Arm arm, Metric metric) =>
        arm.Estimate(metric) is { } estimate
            ? Cell.Figure(metric.Format(estimate.Value), ArmWords.Interval(estimate, metric))
            : Cell.Word(ArmWords.WhyNone(arm));

    private static string Words(GateFinding finding) =>
        finding switch
        {
            { Outcome: GateOutcome.Failed, Verdict.Outcome: Outcome.Worse } => "worse than allowed",
            { Outcome: GateOutcome.Failed } => $"broken: {finding.Reason}",
            { Outcome: GateOutcome.Inconclusive } => $"cannot be told: {Outlook(finding)}",
            { Verdict.Outcome: Outcome.Better } => "better",
            { Verdict.Outcome: Outcome.Equivalent } => "equivalent",
            { Verdict.Outcome: Outcome.Worse } => "worse, within what is allowed",
            _ => "not worse than allowed",
        };

    private static string Outlook(GateFinding finding) =>
        finding.Reason
        ?? (
            finding.Verdict.FurtherRounds is { } rounds
                ? $"{Quantities.Counted(rounds, "more round")} would probably decide"
                : "too noisy for the rounds that a run goes to"
        );
}
