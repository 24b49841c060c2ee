using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Content;
using Bench.Reporter.Interactive;
using Bench.Reporter.Tables;
using Bench.Reporter.Words;
using Xunit;

namespace Bench.Tests.Reporter.Interactive;

/// <summary>The figures that the page's script draws are those of its tables.</summary>
public sealed class ExplorerDataTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private readonly ExplorerData _data = new PageParts(report.Text("index.html")).Data;
    private readonly IReadOnlyList<Scenario> _scenarios = RunAnalysis
        .Of(report.Manifest, report.Samples)
        .Scenarios;

    [Fact]
    public void Every_figure_and_interval_is_printed_as_in_the_table()
    {
        var compared = 0;
        foreach (var (scenario, drawn) in _scenarios.Zip(Drawn()))
        {
            var rows = FiguresTable.Of(scenario).Groups.Single().Rows.Skip(2).ToList();
            foreach (var (index, arm) in scenario.Arms.Index().Where(item => ArmWords.IsShown(item.Item)))
            {
                var printed = rows.Select(row => (row.Name, row.Cells[index].Text, row.Cells[index].Detail))
                    .Where(cell =>
                        cell.Detail.Length > 0 || cell.Text == "0" || char.IsAsciiDigit(cell.Text[0])
                    );
                Assert.Equal(printed, drawn.Arms[index].Figures.Select(Printed));
                Assert.Equal(arm.Case.Case, drawn.Arms[index].Case);
                compared += drawn.Arms[index].Figures.Count;
            }
        }

        Assert.True(compared > 500);
    }

    [Fact]
    public void What_is_bold_in_the_table_is_the_best()
    {
        var found = 0;
        foreach (var (scenario, drawn) in _scenarios.Zip(Drawn()))
        {
            var bold =
                from row in FiguresTable.Of(scenario).Groups.Single().Rows
                from cell in row.Cells.Index()
                where cell.Item.Kind == "best"
                select (row.Name, cell.Index);
            Assert.Equal(bold, drawn.Best.Select(pair => (_data.Metrics[pair[0]].Title, pair[1])));
            found += drawn.Best.Count;
        }

        Assert.True(found > 10);
    }

    [Fact]
    public void Curves_are_those_of_the_picture_at_the_same_quantiles()
    {
        foreach (var (scenario, drawn) in _scenarios.Zip(Drawn()))
        {
            foreach (var tail in PercentileChart.Lines(scenario))
            {
                var arm = drawn.Arms[scenario.Arms.ToList().IndexOf(tail.Arm)];
                Assert.All(arm.Tail!, values => Assert.InRange(values.Length, 10, _data.Nines.Count));
                for (var i = 0; i < arm.Tail![0].Length; i++)
                {
                    var point = tail.Line.Points.Single(point => Math.Abs(point.X - _data.Nines[i]) < 1e-9);
                    Assert.Equal(Math.Pow(10, point.Y), arm.Tail[0][i], arm.Tail[0][i] * 1e-3);
                    Assert.InRange(arm.Tail[0][i], arm.Tail[1][i], arm.Tail[2][i]);
                }
            }
        }
    }

    [Fact]
    public void Every_nine_is_a_place_of_the_curves() =>
        Assert.Subset(_data.Nines.ToHashSet(), new HashSet<double> { 0.3, 1, 2, 3, 4, 5 });

    [Fact]
    public void Models_have_the_colours_and_shapes_of_the_pictures() =>
        Assert.Equal(
            [("threads", "#D55E00"), ("tasks", "#0072B2"), ("channels", "#009E73"), ("actors", "#CC79A7")],
            _data.Models.Select(model => (model.Id, model.Colour))
        );

    [Fact]
    public void What_has_no_figure_says_why()
    {
        var arms = Drawn()
            .SelectMany(scenario => scenario.Arms)
            .Where(arm => arm.Figures.Count == 0)
            .ToList();
        Assert.Contains(arms, arm => arm.WhyNone == "incorrect in 1 round: not ranked");
        Assert.Contains(arms, arm => arm.WhyNone == "hung in 5 rounds");
        Assert.Contains(arms, arm => arm.WhyNone!.StartsWith("out of reach: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_scenario_code_and_sweep_is_found_in_the_page()
    {
        var page = report.Text("index.html");
        Assert.All(
            Drawn(),
            scenario => Assert.Contains($"id=\"{scenario.Anchor}\"", page, StringComparison.Ordinal)
        );
        Assert.All(
            _data.Workloads.SelectMany(workload => workload.Code),
            code => Assert.Contains(code.Path, page, StringComparison.Ordinal)
        );
        var sweep = Assert.Single(_data.Workloads.Single(workload => workload.Anchor == "footprint").Sweeps);
        Assert.Equal([1_000, 10_000, 100_000], sweep.Values);
        Assert.Equal(["1,000", "10,000", "100,000"], sweep.Labels);
        Assert.Equal([0, 1, 2], sweep.Scenarios);
    }

    private IEnumerable<ExplorerScenario> Drawn() =>
        _data.Workloads.SelectMany(workload => workload.Scenarios);

    private (string Name, string Text, string Detail) Printed(double?[] figure)
    {
        var metric = _data.Metrics[(int)figure[0]!];
        var catalogued = Metrics.Find(metric.Id);
        var estimate = new Estimate(figure[1]!.Value, figure[2], figure[3], (int)figure[4]!);
        var cell = estimate is { Value: 0, Low: 0, High: 0 } ? "" : ArmWords.Interval(estimate, catalogued);
        return (metric.Title, catalogued.Format(estimate.Value), cell);
    }
}
