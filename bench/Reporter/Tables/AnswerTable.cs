using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>The first thing that a reader sees: who is best where, at what figure, and by how much.</summary>
internal static class AnswerTable
{
    private const int MostNames = 5;

    /// <param name="scenarios">Those that speak for their workloads, in the report's order.</param>
    public static Table Of(IEnumerable<Scenario> scenarios) =>
        new(
            "By the metric that matters to each workload. Best: shown to be better than every other at 99 %; equal: within 5 % of each other; "
                + "open: these rounds do not decide between them. Figures with their 95 % interval, ratios with their 99 % interval.",
            [
                new("where", false),
                new("best", false),
                new("its figure", true),
                new("against the next", true),
                new("mind", false),
            ],
            [
                .. scenarios
                    .GroupBy(scenario => scenario.Workload.Id)
                    .Select(workload => new TableGroup(
                        workload.First().Workload.Title,
                        [.. workload.Select(Row)]
                    )),
            ]
        );

    /// <summary>The same for a terminal.</summary>
    public static IEnumerable<AnswerRow> Rows(IEnumerable<Scenario> scenarios) =>
        scenarios.Select(scenario =>
        {
            var cells = Row(scenario).Cells;
            return new AnswerRow(
                scenario.Workload.Id,
                scenario.Terms,
                Text(cells[0]),
                cells.Count == 1 ? "" : Text(cells[1]),
                cells.Count == 1 ? "" : Text(cells[2])
            );
        });

    private static string Text(Cell cell) =>
        cell.Detail.Length == 0 ? cell.Text : $"{cell.Text} {cell.Detail}";

    private static TableRow Row(Scenario scenario)
    {
        var answer = Answers.For(scenario, scenario.Metric);
        return new(
            ScenarioWords.Place(scenario),
            answer.Best.Count == 0
                ? [Cell.Word(scenario.IsOutOfReach ? "out of reach" : "no valid sample")]
                :
                [
                    Who(answer),
                    Figure(answer),
                    Next(answer),
                    new(AnswerText.Cautions(scenario).Trim(), "", "note"),
                ]
        );
    }

    private static Cell Who(Answer answer)
    {
        var leader = answer.Best[0].Name;
        var open = Names(answer, Outcome.Inconclusive);
        var equal = Names(answer, Outcome.Equivalent);
        return (open.Count, equal.Count) switch
        {
            (0, 0) => new(leader, answer.Against.Count == 0 ? "nothing beside it" : "", "holds"),
            (0, _) => new($"{leader} and {Join(equal)}", "equal", "holds"),
            (_, 0) => new("open", $"{leader}, {Join(open)}", "undecided"),
            _ => new("open", $"{leader}, {Join(open)}; equal to {leader}: {Join(equal)}", "undecided"),
        };
    }

    private static Cell Figure(Answer answer)
    {
        var estimate = answer.Best[0].Estimate(answer.Metric)!.Value;
        return Cell.Figure(
            answer.Metric.Format(estimate.Value),
            $"{answer.Metric.Title} {ArmWords.Interval(estimate, answer.Metric)}"
        );
    }

    // The closest of those that it is shown to beat.
    private static Cell Next(Answer answer) =>
        answer.Against.FirstOrDefault(verdict => verdict.Outcome == Outcome.Better)
            is { Ratio: { } ratio } next
            ? Cell.Figure(
                $"{Quantities.Significant(ratio)}×",
                next is { Low: { } low, High: { } high }
                    ? $"{next.Baseline} [{Quantities.Significant(low)}–{Quantities.Significant(high)}]"
                    : next.Baseline
            )
            : Cell.Figure("–");

    private static List<string> Names(Answer answer, Outcome outcome) =>
        [.. answer.Against.Where(verdict => verdict.Outcome == outcome).Select(verdict => verdict.Baseline)];

    private static string Join(List<string> names) =>
        string.Join(", ", names.Take(MostNames))
        + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
}
