using Bench.Analysis.Decisions;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>Met, not met or undecided: by intervals over launches, never by a point.</summary>
public sealed class ObjectiveEvidenceTests
{
    [Fact]
    public void A_latency_whose_interval_lies_below_its_threshold_is_met() =>
        Assert.Equal(ObjectiveState.Met, On(new("tasks") { Milliseconds = 90 }).State);

    [Fact]
    public void A_latency_whose_interval_lies_above_its_threshold_is_not_met() =>
        Assert.Equal(ObjectiveState.Missed, On(new("tasks") { Milliseconds = 110 }).State);

    [Fact]
    public void A_latency_that_is_better_on_average_is_undecided_while_its_interval_holds_the_threshold()
    {
        var evidence = On(new("tasks") { Milliseconds = 92, Spread = 0.1 });

        Assert.Equal(ObjectiveState.Undecided, evidence.State);
        Assert.True(evidence.Value < evidence.Objective.Threshold);
        Assert.InRange(evidence.Objective.Threshold, evidence.Low!.Value, evidence.High!.Value);
        Assert.True(evidence.FurtherRounds > 0);
    }

    [Fact]
    public void Four_launches_decide_nothing_however_alike_they_are()
    {
        var evidence = On(new("tasks") { Milliseconds = 50, Rounds = 4 });

        Assert.Equal(ObjectiveState.Undecided, evidence.State);
        Assert.Equal(1, evidence.FurtherRounds);
    }

    [Theory]
    [InlineData(5, ObjectiveState.Undecided)]
    [InlineData(9, ObjectiveState.Undecided)]
    [InlineData(10, ObjectiveState.Met)]
    public void That_no_launch_had_errors_is_shown_by_ten_launches(int rounds, ObjectiveState expected) =>
        Assert.Equal(expected, On(new("tasks") { Rounds = rounds }, "errors<0.1%").State);

    [Fact]
    public void Five_launches_without_errors_need_five_more() =>
        Assert.Equal(5, On(new("tasks") { Rounds = 5 }, "errors<0.1%").FurtherRounds);

    [Fact]
    public void Errors_in_every_launch_are_held_to_their_threshold() =>
        Assert.Equal(ObjectiveState.Missed, On(new("tasks") { Errors = _ => 0.01 }, "errors<0.1%").State);

    [Fact]
    public void One_launch_with_errors_refutes_that_there_are_none() =>
        Assert.Equal(
            ObjectiveState.Missed,
            On(new("tasks") { Errors = round => round == 7 ? 0.001 : 0 }, "errors<=0%").State
        );

    [Fact]
    public void A_figure_that_no_launch_has_is_undecided_and_says_why()
    {
        var evidence = On(
            new("tasks") { Change = sample => sample with { LatencyNanoseconds = new LatencySummary() } }
        );

        Assert.Equal(ObjectiveState.Undecided, evidence.State);
        Assert.StartsWith("no launch has p99", evidence.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void When_half_of_the_samples_are_refused_the_rest_decides_nothing()
    {
        var evidence = On(
            new("tasks")
            {
                Rounds = 20,
                Change = sample =>
                    sample.Round % 2 == 0
                        ? sample with
                        {
                            Valid = false,
                            InvalidBecause = ["the load generator was late"],
                        }
                        : sample,
            }
        );

        Assert.Equal(ObjectiveState.Undecided, evidence.State);
        Assert.Contains("10 of 20 samples were refused", evidence.Reason, StringComparison.Ordinal);
    }

    private static ObjectiveEvidence On(MadeUpOption option, string slo = "p99<100ms") =>
        Assert.Single(Assert.Single(MadeUpDecision.With(slo, null, option).Options).Objectives);
}
