using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>What a run until decided does next.</summary>
public sealed class StandingTests
{
    private static readonly double[] Steady = [1, 1.001, 0.999, 1.002, 0.998, 1.001, 1, 0.999];
    private static readonly double[] Wild = [1, 2, 0.5, 1.8, 0.6, 2.1, 0.4, 1.5];

    [Fact]
    public void A_scenario_that_is_decided_is_not_measured_again()
    {
        var standing = Standing.Of(
            Of(
                5,
                ("easy", "threads", Steady),
                ("easy", "tasks", Times(2)),
                ("hard", "threads", Steady),
                ("hard", "tasks", Wild)
            )
        );

        Assert.Single(standing.Decided);
        Assert.Equal(["hard/threads", "hard/tasks"], standing.NextCases);
        Assert.Equal(4, standing.RoundsToNextLook);
    }

    [Fact]
    public void A_scenario_with_one_open_comparison_is_measured_whole_with_its_second_copy()
    {
        var standing = Standing.Of(
            Of(
                5,
                ("hard", "threads", Steady),
                ("hard", "threads#2", Steady),
                ("hard", "tasks", Wild),
                ("hard", "actors", Times(2))
            )
        );

        Assert.Equal(2, standing.Count);
        Assert.Equal(["hard/threads", "hard/threads#2", "hard/tasks", "hard/actors"], standing.NextCases);
    }

    [Fact]
    public void An_incorrect_arm_does_not_keep_the_run_going_nor_is_it_measured_on()
    {
        var run = Of(5, ("hard", "threads", Steady), ("hard", "tasks", Wild), ("hard", "actors", Times(2)));
        var broken = RunAnalysis.Of(
            run.Manifest,
            [
                .. run
                    .Scenarios.SelectMany(scenario => scenario.Arms)
                    .SelectMany(arm => arm.Samples)
                    .Select(sample =>
                        sample is { Model: "actors", Round: 2 }
                            ? sample with
                            {
                                Valid = false,
                                Status = SampleStatus.Incorrect,
                            }
                            : sample
                    ),
            ]
        );

        var standing = Standing.Of(broken);

        Assert.Equal("actors", Assert.Single(standing.Stuck).Verdict.Contender);
        Assert.Contains("incorrect", standing.Stuck[0].Outlook, StringComparison.Ordinal);
        Assert.Equal(["hard/threads", "hard/tasks"], standing.NextCases);
    }

    [Fact]
    public void An_arm_without_valid_samples_has_five_rounds_to_give_one()
    {
        double[] none = [double.NaN, double.NaN, double.NaN, double.NaN];

        var four = Standing.Of(Of(1, ("hard", "threads", Steady[..4]), ("hard", "tasks", none)));
        var five = Standing.Of(
            Of(1, ("hard", "threads", Steady[..5]), ("hard", "tasks", [.. none, double.NaN]))
        );

        Assert.Equal(5, Assert.Single(four.Open).RoundsToNextLook);
        Assert.Empty(five.Open);
        Assert.Empty(five.NextCases);
        Assert.Contains("no valid sample", Assert.Single(five.Stuck).Outlook, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arm_that_is_mostly_refused_does_not_go_beyond_the_last_look()
    {
        double[] rare =
        [
            .. Enumerable.Range(0, 60).Select(round => round % 10 == 0 ? Wild[round % 8] : double.NaN),
        ];
        var standing = Standing.Of(
            Of(5, ("hard", "threads", [.. rare.Select(_ => 1d)]), ("hard", "tasks", rare))
        );

        Assert.Single(standing.Stuck);
        Assert.Equal(0, standing.RoundsToNextLook);
    }

    [Fact]
    public void The_verdicts_are_those_that_compare_prints()
    {
        var run = Of(
            5,
            ("a", "threads", Steady),
            ("a", "tasks", Times(1.3)),
            ("b", "threads", Steady),
            ("b", "tasks", Wild)
        );

        var printed = new Comparisons().Models(HeadlinePairs.Of(run, "threads"));
        var standing = Standing.Of(run);

        Assert.Equal(
            printed.Select(verdict => (verdict.Workload, verdict.Outcome)),
            [
                .. standing.Decided.Select(verdict => (verdict.Workload, verdict.Outcome)),
                .. standing.Open.Select(open => (open.Verdict.Workload, open.Verdict.Outcome)),
            ]
        );
        Assert.All(printed, verdict => Assert.Equal(7, verdict.Looks));
    }

    private static double[] Times(double factor) => [.. Steady.Reverse().Select(value => value * factor)];

    /// <summary>Workload, model (with #2 for the second copy) and throughputs by round, not a number where the sample is refused.</summary>
    private static RunAnalysis Of(int rounds, params (string Place, string Model, double[] Throughput)[] arms)
    {
        var planned = arms.Select(arm => Planned(arm.Place, arm.Model)).ToList();
        var manifest = Runs.Manifest(planned) with
        {
            Workloads =
            [
                .. planned
                    .Select(item => item.Workload)
                    .Distinct()
                    .Select(id => new WorkloadFacts(id, id, "", "", "throughput")),
            ],
            UntilDecided = new(1200, [.. Looks.Planned(rounds)]),
        };
        return RunAnalysis.Of(
            manifest,
            [
                .. arms.Zip(planned)
                    .SelectMany(arm =>
                        arm.First.Throughput.Select((value, index) => Sample(arm.Second, index + 1, value))
                    ),
            ]
        );
    }

    private static PlannedCase Planned(string place, string model) =>
        Runs.Case(model.Split('#')[0], model.EndsWith("#2", StringComparison.Ordinal) ? 1 : 0) with
        {
            Workload = place,
            Case = $"{place}/{model.Split('#')[0]}",
        };

    private static Sample Sample(PlannedCase planned, int round, double value) =>
        Runs.Sample(planned.Model, planned.Replica, round, double.IsNaN(value) ? 0 : value) with
        {
            Case = planned.Case,
            Workload = planned.Workload,
            Valid = !double.IsNaN(value),
        };
}
