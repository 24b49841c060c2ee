using System.Text.Json;
using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class ComparisonTests
{
    private static readonly double[] Hundred = [100, 101, 99, 100.5, 99.5, 100.2];

    [Fact]
    public void Better_follows_the_metrics_direction()
    {
        var arms = Runs.Of(("tasks", 0, Hundred), ("actors", 0, [.. Hundred.Select(value => 2 * value)]))
            .Scenarios[0]
            .Arms;
        var cost = Metrics.Throughput with { HigherIsBetter = false };

        Assert.Equal(Outcome.Better, Comparison.Compare(arms[0], arms[1], Metrics.Throughput).Outcome);
        Assert.Equal(Outcome.Worse, Comparison.Compare(arms[0], arms[1], cost).Outcome);
        Assert.Equal(Outcome.Worse, Comparison.Compare(arms[1], arms[0], Metrics.Throughput).Outcome);
    }

    [Fact]
    public void Rounds_pair_by_number_and_others_are_left_out()
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks"), Runs.Case("actors")]),
            [
                Runs.Sample("tasks", 0, 1, 100),
                Runs.Sample("tasks", 0, 2, 200),
                Runs.Sample("tasks", 0, 3, 400),
                Runs.Sample("actors", 0, 3, 800),
                Runs.Sample("actors", 0, 2, 400),
            ]
        );

        var verdict = Compare(run, Metrics.Throughput);

        Assert.Equal(2, verdict.Rounds);
        Assert.Equal(2, verdict.Ratio!.Value, 9);
    }

    [Fact]
    public void An_arm_without_samples_is_named()
    {
        var verdict = Compare(Runs.Of(("tasks", 0, Hundred), ("actors", 0, [])), Metrics.Throughput);

        Assert.Equal(Outcome.Inconclusive, verdict.Outcome);
        Assert.Equal("actors has no valid sample with throughput", verdict.Reason);
    }

    [Fact]
    public void Negative_values_have_no_ratio()
    {
        var verdict = Compare(
            Runs.Of(("tasks", 0, Hundred), ("actors", 0, [1, 2, 3, 4, -5, 6])),
            Metrics.Throughput
        );

        Assert.Equal("negative values have no ratio", verdict.Reason);
        Assert.Null(verdict.Ratio);
    }

    [Fact]
    public void Zeros_in_both_arms_are_equivalent()
    {
        var verdict = Compare(Runs.Of(("tasks", 0, Hundred), ("actors", 0, Hundred)), Metrics.ErrorRate);

        Assert.Equal(Outcome.Equivalent, verdict.Outcome);
    }

    [Fact]
    public void A_verdict_with_an_infinite_ratio_is_still_json()
    {
        var zeros = new double[8];
        var verdict = Compare(
            Runs.Of(("tasks", 0, zeros), ("actors", 0, [.. zeros.Select(_ => 5d)])),
            Metrics.Throughput
        );

        Assert.Equal(Outcome.Better, verdict.Outcome);
        Assert.Equal("one arm is 0 in 8 of 8 rounds: judged by signs", verdict.Reason);
        var json = JsonSerializer.SerializeToElement(verdict, JsonSerializerOptions.Web);
        Assert.Equal("better", json.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("ratio").ValueKind);
    }

    [Fact]
    public void One_round_has_a_ratio_but_no_interval()
    {
        var verdict = Compare(Runs.Of(("tasks", 0, [100]), ("actors", 0, [50])), Metrics.Throughput);

        Assert.Equal((0.5, null, null, 4), (verdict.Ratio, verdict.Low, verdict.High, verdict.FurtherRounds));
    }

    [Fact]
    public void A_reversed_verdict_is_the_verdict_of_the_reversed_comparison()
    {
        var arms = Runs.Of(("tasks", 0, Hundred), ("actors", 0, [210, 200, 190, 205, 195, 199]))
            .Scenarios[0]
            .Arms;

        var there = Comparison.Compare(arms[0], arms[1], Metrics.Throughput).Reversed();
        var back = Comparison.Compare(arms[1], arms[0], Metrics.Throughput);

        Assert.Equal(
            (back.Baseline, back.Contender, back.Outcome),
            (there.Baseline, there.Contender, there.Outcome)
        );
        Assert.Equal(back.Low!.Value, there.Low!.Value, 9);
        Assert.Equal(back.HighEquivalence!.Value, there.HighEquivalence!.Value, 9);
    }

    [Fact]
    public void Different_workloads_do_not_compare()
    {
        var ping = Runs.Of(("tasks", 0, Hundred)).Scenarios[0].Arms[0];
        var other = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks") with { Workload = "other", Parameters = ParameterSet.Empty }]),
            []
        );

        Assert.Throws<ArgumentException>(() =>
            Comparison.Compare(ping, other.Scenarios[0].Arms[0], Metrics.Throughput)
        );
    }

    private static Verdict Compare(RunAnalysis run, Metric metric) =>
        Comparison.Compare(run.Scenarios[0].Arms[0], run.Scenarios[0].Arms[1], metric);
}
