using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Tables;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Reporter.Tables;

/// <summary>The first table of the report, on runs whose truth is known.</summary>
public sealed class AnswerTableTests
{
    [Fact]
    public void The_best_stands_with_its_figure_and_its_lead_over_the_next()
    {
        var row = Row(("a", 2_000), ("b", 1_000), ("c", 900));

        Assert.Equal(("a", "holds"), (row.Cells[0].Text, row.Cells[0].Kind));
        Assert.StartsWith("2,0", row.Cells[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Throughput [", row.Cells[1].Detail, StringComparison.Ordinal);
        Assert.Equal("2.00×", row.Cells[2].Text);
        Assert.StartsWith("b [", row.Cells[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_are_named_together_and_the_lead_is_over_the_first_that_is_not()
    {
        var row = Row(("a", 2_000), ("b", 2_000), ("c", 1_000));

        Assert.Equal("equal", row.Cells[0].Detail);
        Assert.Equal(["a", "b"], row.Cells[0].Text.Split(" and ").Order(StringComparer.Ordinal));
        Assert.StartsWith("c [", row.Cells[2].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_decided_is_open()
    {
        var row = Row(noise: 0.5, ("a", 2_000), ("b", 1_900));

        Assert.Equal(("open", "undecided"), (row.Cells[0].Text, row.Cells[0].Kind));
        Assert.Contains("a", row.Cells[0].Detail, StringComparison.Ordinal);
        Assert.Contains("b", row.Cells[0].Detail, StringComparison.Ordinal);
        Assert.Equal("–", row.Cells[2].Text);
    }

    [Fact]
    public void Without_a_valid_sample_it_says_so()
    {
        var manifest = SyntheticRun.Manifest(["a"], ["pipeline"]);

        Assert.Equal("no valid sample", Assert.Single(RowOf(RunAnalysis.Of(manifest, [])).Cells).Text);
    }

    [Fact]
    public void Where_no_model_can_do_it_that_is_said_with_the_reason()
    {
        var manifest = SyntheticRun.Manifest(["a"], ["pipeline"]);
        var only = manifest.Cases[0];
        var unreachable = new UnreachableCase(
            only.Case,
            only.Workload,
            only.Model,
            only.Variant,
            only.Terms,
            only.Parameters,
            "more threads than this machine has"
        );
        var run = RunAnalysis.Of(manifest with { Cases = [], Unreachable = [unreachable] }, []);

        var scenario = Assert.Single(run.Scenarios);
        Assert.Equal("out of reach", Assert.Single(RowOf(run).Cells).Text);
        Assert.EndsWith(
            ": out of reach: more threads than this machine has.",
            Answers.For(scenario, scenario.Metric).Sentence,
            StringComparison.Ordinal
        );
    }

    private static TableRow Row(params (string Model, double Throughput)[] models) => Row(0.001, models);

    private static TableRow Row(double noise, params (string Model, double Throughput)[] models)
    {
        var manifest = SyntheticRun.Manifest([.. models.Select(item => item.Model)], ["pipeline"], rounds: 8);
        var truth = models.ToDictionary(item => item.Model, item => item.Throughput);
        return RowOf(
            RunAnalysis.Of(
                manifest,
                SyntheticRun
                    .Samples(manifest)
                    .ConvertAll(sample =>
                        sample with
                        {
                            ThroughputPerSecond =
                                truth[sample.Model]
                                * (1 + (noise * Math.Sin((sample.Round * 7) + sample.Model[0]))),
                        }
                    )
            )
        );
    }

    private static TableRow RowOf(RunAnalysis run) =>
        Assert.Single(Assert.Single(AnswerTable.Of(Headlines.Of(run.Scenarios)).Groups).Rows);
}
