using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class RunAnalysisTests
{
    [Fact]
    public void Refused_samples_enter_no_estimate_and_keep_their_reasons()
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks")]),
            [
                Runs.Sample("tasks", 0, 1, 100),
                Runs.Sample("tasks", 0, 2, 900) with
                {
                    Valid = false,
                    InvalidBecause = ["the generator was late"],
                },
                Runs.Sample("tasks", 0, 3, 900) with
                {
                    Valid = false,
                    Status = SampleStatus.Hung,
                },
            ]
        );

        var arm = Assert.Single(Assert.Single(run.Scenarios).Arms);
        Assert.Equal(new Estimate(100, null, null, 1), arm.Estimate(Metrics.Throughput));
        Assert.Equal(["the generator was late", "hung"], arm.Refused.SelectMany(refusal => refusal.Reasons));
        Assert.False(arm.Incorrect);
    }

    [Fact]
    public void An_incorrect_launch_bars_its_arm_from_ranking()
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks"), Runs.Case("actors")]),
            [
                Runs.Sample("tasks", 0, 1, 100),
                Runs.Sample("actors", 0, 1, 900),
                Runs.Sample("actors", 0, 2, 900) with
                {
                    Valid = false,
                    Status = SampleStatus.Incorrect,
                },
            ]
        );

        var scenario = Assert.Single(run.Scenarios);
        Assert.Equal(["tasks"], scenario.Competing.Select(arm => arm.Name));
        Assert.Contains(
            "not ranked: actors",
            Answers.For(scenario, scenario.Metric).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_round_measured_twice_counts_once()
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks")]),
            [Runs.Sample("tasks", 0, 1, 100), Runs.Sample("tasks", 0, 1, 900)]
        );

        var arm = Assert.Single(run.Scenarios[0].Arms);
        Assert.Single(arm.Samples);
        Assert.Single(arm.Refused);
    }

    [Fact]
    public void A_sample_outside_the_plan_is_listed_and_used_nowhere()
    {
        var run = RunAnalysis.Of(Runs.Manifest([Runs.Case("tasks")]), [Runs.Sample("actors", 0, 1, 100)]);

        Assert.Single(run.Unplanned);
        Assert.Empty(run.Scenarios[0].Arms[0].Samples);
    }

    [Fact]
    public void A_title_names_only_the_parameters_that_vary()
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([WithUsers("500"), WithUsers("5000")]),
            [Runs.Sample("tasks", 0, 1, 100)]
        );

        Assert.Equal(
            ["ping (users=500), equal terms", "ping (users=5000), equal terms"],
            run.Scenarios.Select(scenario => scenario.Title)
        );
    }

    [Fact]
    public void An_arm_that_is_not_steady_is_ranked_with_a_caution()
    {
        LatencySlice[] slices =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(slice => new LatencySlice(slice, 1, 100 + slice, new() { [20] = 100 + slice })),
        ];
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks")]),
            [Runs.Sample("tasks", 0, 1, 100) with { LatencyOverTime = [.. slices] }]
        );

        Assert.EndsWith(
            "Not steady: tasks (drifting).",
            Answers.For(run.Scenarios[0], Metrics.Throughput).Sentence,
            StringComparison.Ordinal
        );
    }

    private static PlannedCase WithUsers(string users) =>
        Runs.Case("tasks") with
        {
            Case = $"ping/tasks/{users}",
            Parameters = new([new("users", users), new("products", "100")]),
        };
}
