using System.Globalization;
using Bench.Analysis;
using Bench.Analysis.Code;
using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Tables;

/// <summary>What a workload takes in each model, counted in its lanes' code.</summary>
internal static class CodeTable
{
    /// <summary>One table, or none when the run did not keep the code.</summary>
    public static IEnumerable<Table> Of(IReadOnlyList<Scenario> scenarios, LaneCode code)
    {
        var rows = scenarios
            .SelectMany(scenario => scenario.Arms)
            .Where(arm => arm.Case.Competes)
            .DistinctBy(ArmName.Of)
            .Select(arm => Row(arm, code))
            .OfType<TableRow>()
            .ToList();
        if (rows.Count > 0)
        {
            yield return Table.Plain(
                "What it takes, counted in the lane's file and the files of its model's folder that it uses (a queue, the set-up of an actor system); what all "
                    + "models share is not counted. Fewer is less to read, not always clearer. Branches is McCabe's number, summed over functions; fields that can be "
                    + "set may be an actor's own or shared by threads, which counting cannot tell.",
                [
                    new("model", false),
                    new("statements", true),
                    new("tokens", true),
                    new("branches", true),
                    new("deepest nesting", true),
                    new("fields that can be set", true),
                    new("files", true),
                    new("primitives of concurrency", false),
                ],
                rows
            );
        }
    }

    // Null when the run did not keep the lane's code.
    private static TableRow? Row(Arm arm, LaneCode code) =>
        code.MetricsOf(arm.Case.Source) is { } metrics
            ? Row(ArmName.Of(arm), code.Of(arm.Case.Source).Count, metrics)
            : null;

    private static TableRow Row(string name, int files, CodeMetrics metrics) =>
        new(
            name,
            [
                Count(metrics.Statements),
                Count(metrics.Tokens),
                Count(metrics.Cyclomatic),
                Count(metrics.Nesting),
                Count(metrics.MutableFields),
                Count(files),
                Cell.Word($"{metrics.Primitives.Count}: {string.Join(", ", metrics.Primitives)}"),
            ]
        );

    private static Cell Count(int count) => Cell.Figure(count.ToString("N0", CultureInfo.InvariantCulture));
}
