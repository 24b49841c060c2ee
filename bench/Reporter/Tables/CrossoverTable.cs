using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>Where models overtake each other along every sweep of a workload, and where it is shown or not shown that none does.</summary>
internal static class CrossoverTable
{
    /// <summary>Empty when the workload has no sweep with two common sizes.</summary>
    public static IEnumerable<Table> In(IReadOnlyList<Scenario> scenarios)
    {
        TableGroup[] groups =
        [
            .. from sweep in Sweep.In(scenarios)
            from metric in Crossovers.Usual(scenarios[0])
            let pairs = Crossovers
                .Along(sweep, metric)
                .Where(pair => pair.Answer != CrossoverAnswer.TooFewPoints)
                .ToList()
            where pairs.Count > 0
            select new TableGroup(Heading(sweep, metric), [.. Rows(pairs)]),
        ];
        return groups.Length == 0
            ? []
            :
            [
                new(
                    "Crossovers: where one model overtakes another, that is becomes the better one, as a size grows, with the 95 % interval of that size. Each measured size is judged at 99 %; in between, a straight line on "
                        + "logarithmic scales is assumed. “None in the range” is shown at every measured size; “not shown” means that some size is undecided or has no figure.",
                    [new("answer", false), new("models", false)],
                    groups
                ),
            ];
    }

    private static string Heading(Sweep sweep, Metric metric) =>
        $"{metric.Title} by {ParameterWords.Name(sweep.Parameter)} · {(sweep.Others.Count == 0 ? "" : $"{ParameterWords.Of(sweep.Others)} · ")}{sweep.Terms} terms";

    private static IEnumerable<TableRow> Rows(List<CrossoverAnalysis> pairs) =>
        from answer in new[] { CrossoverAnswer.Crossover, CrossoverAnswer.None, CrossoverAnswer.Undecided }
        let said = Said(pairs.FindAll(pair => pair.Answer == answer)).ToList()
        where said.Count > 0
        select new TableRow(Name(answer), [Cell.Word(string.Join("; ", said))]);

    private static string Name(CrossoverAnswer answer) =>
        answer switch
        {
            CrossoverAnswer.Crossover => "crossover",
            CrossoverAnswer.None => "none in the range",
            _ => "not shown",
        };

    /// <summary>What several pairs have in common is said once.</summary>
    private static IEnumerable<string> Said(List<CrossoverAnalysis> pairs) =>
        pairs
            .GroupBy(pair =>
                pair.Answer == CrossoverAnswer.Crossover ? pair.Words
                : pair.Leader is { } leader ? $"{leader} leads {{0}} throughout"
                : $"{{0}}: {pair.Places}"
            )
            .Select(group =>
                group.Key.Replace(
                    "{0}",
                    string.Join(", ", group.Select(pair => Subject(pair))),
                    StringComparison.Ordinal
                )
            );

    private static string Subject(CrossoverAnalysis pair) =>
        pair.Leader is { } leader
            ? (leader == pair.One ? pair.Other : pair.One)
            : $"{pair.One} and {pair.Other}";
}
