using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>What the article tells beside what remains on equal terms, for scenarios that have both.</summary>
internal static class TermsTable
{
    public static IEnumerable<Table> In(IReadOnlyList<Scenario> scenarios) =>
        from told in scenarios
        where told.Terms == "told"
        from equal in scenarios
        where equal.Terms == "equal" && equal.Parameters.Equals(told.Parameters)
        select Of(told, equal);

    private static Table Of(Scenario told, Scenario equal)
    {
        Metric[] metrics =
        [
            .. new[]
            {
                told.Metric,
                Metrics.Mean,
                Metrics.PeakResident,
                Metrics.ProcessorSecondsPerOperation,
            }.Distinct(),
        ];
        var arms = told.Arms.Concat(equal.Arms).Where(arm => arm.Case.Competes).Select(ArmName.Of).Distinct();
        return Table.Plain(
            $"As told beside on equal terms{(told.Varying.Count == 0 ? "" : $", {ParameterWords.Of(told.Varying)}")}. A difference that disappears on equal terms "
                + "belonged to the configuration, not to the model.",
            [
                new("model", false),
                .. metrics.SelectMany(metric =>
                    new Column[] { new($"{metric.Title}, told", true), new($"{metric.Title}, equal", true) }
                ),
                new("configuration, told", false),
                new("configuration, equal", false),
            ],
            [.. arms.Select(name => Row(name, Find(told, name), Find(equal, name), metrics))]
        );
    }

    private static Arm? Find(Scenario scenario, string name) =>
        scenario.Arms.FirstOrDefault(arm => ArmName.Of(arm) == name);

    private static TableRow Row(string name, Arm? told, Arm? equal, Metric[] metrics) =>
        new(
            name,
            [
                .. metrics.SelectMany(metric => new[] { Figure(told, metric), Figure(equal, metric) }),
                Configuration(told),
                Configuration(equal),
            ]
        );

    private static Cell Figure(Arm? arm, Metric metric) =>
        arm is null ? Cell.Word("not planned") : ArmCells.Of(arm, metric, best: null);

    private static Cell Configuration(Arm? arm) =>
        Cell.Word(
            arm is null ? "not planned"
            : arm.Case.Configuration.Count == 0 ? "–"
            : ParameterWords.Of(arm.Case.Configuration)
        );
}
