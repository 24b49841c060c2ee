using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Pictures;
using Bench.Reporter.Tables;
using Bench.Results;
using Bench.Tests.Analysis;
using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>What a report says of a traced scenario.</summary>
public sealed class TracedReportTests
{
    private static readonly PlannedCase s_case = Runs.Case("channels");

    [Fact]
    public void The_picture_of_operations_says_in_words_where_their_time_went()
    {
        var picture = PictureSet.Of(Scenario(), "channels").Single(picture => Is(picture.Name));

        Assert.Contains(
            "channels (traced): 2 operations of 1.00 ms on average, 10.0 % in steps, 40.0 % at the backend, 5.00 % answered and not gone on, the rest waiting.",
            picture.Alt,
            StringComparison.Ordinal
        );
        var file = PictureFile.Of(picture);
        Assert.Contains("channels (traced)", file.Svg, StringComparison.Ordinal);
        Assert.Contains("answered, not gone on", file.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_say_where_units_time_went_and_what_tracing_cost()
    {
        var tables = TraceTables.Of(Scenario()).ToList();

        Assert.Equal(3, tables.Count);
        Assert.Equal(
            ["20.0 %", "30.0 %", "5.00 %", "10.0 %", "35.0 %", "4.00 %", "1.00 %"],
            tables[0].Groups.Single().Rows.Single().Cells.Select(cell => cell.Text)
        );
        Assert.Equal(
            [("parse", "2"), ("backend", "3.00")],
            tables[1].Groups.Single().Rows.Select(row => (row.Name, row.Cells[0].Text))
        );
        Assert.Contains(
            tables[2].Groups.Single().Rows.Single().Cells,
            cell =>
                cell.Text.StartsWith("0.900× [", StringComparison.Ordinal)
                && cell.Text.EndsWith("worse", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void All_other_pictures_and_tables_are_without_the_traced_arm()
    {
        var scenario = Scenario();

        Assert.All(
            PictureSet.Of(scenario, "channels").Where(picture => !Is(picture.Name)),
            picture => Assert.DoesNotContain("traced", picture.Alt, StringComparison.Ordinal)
        );
        Assert.Equal(["metric", "channels"], FiguresTable.Of(scenario).Columns.Select(column => column.Text));
    }

    [Fact]
    public void A_run_that_is_not_traced_has_neither()
    {
        var scenario = Runs.Of(("channels", 0, [100, 101])).Scenarios.Single();

        Assert.Empty(TraceTables.Of(scenario));
        Assert.Null(OperationsPicture.Of(scenario));
    }

    [Fact]
    public void Traced_samples_without_operations_draw_nothing()
    {
        var scenario = Scenario(trace => trace with { Operations = [] });

        Assert.Null(OperationsPicture.Of(scenario));
        Assert.Equal(3, TraceTables.Of(scenario).Count());
    }

    private static bool Is(string name) => name.EndsWith("-operations", StringComparison.Ordinal);

    private static Scenario Scenario(Func<LaneTrace, LaneTrace>? change = null)
    {
        var trace = new LaneTrace
        {
            WindowSeconds = 2,
            Units = [new("parse", 4, 1.5, 0, 0), new("backend", 6, 0.5, 3, 0.5)],
            ReadySeconds = 0.4,
            LockSeconds = 0.1,
            Operations = [Operation(7, 0), Operation(8, 500_000)],
        };
        return RunAnalysis
            .Of(
                Runs.Manifest([s_case, s_case.WithTrace()]),
                [
                    .. from round in Enumerable.Range(1, 6)
                    from traced in new[] { false, true }
                    select Runs.Sample("channels", 0, round, (traced ? 90 : 100) + (0.01 * round)) with
                    {
                        Case = traced ? s_case.WithTrace().Case : s_case.Case,
                        ProcessorSeconds = 3,
                        Trace = traced ? (change?.Invoke(trace) ?? trace) : null,
                    },
                ]
            )
            .Scenarios.Single();
    }

    private static TracedOperation Operation(long number, long from) =>
        new(
            number,
            from,
            from + 1_000_000,
            [
                new(TracedSpan.Backend, from + 100_000, from + 500_000),
                new(TracedSpan.Waking, from + 500_000, from + 550_000),
                new("parse", from + 600_000, from + 700_000),
            ]
        );
}
