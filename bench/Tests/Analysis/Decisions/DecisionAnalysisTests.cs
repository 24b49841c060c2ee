using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>Who is the answer, and when there is none.</summary>
public sealed class DecisionAnalysisTests
{
    [Fact]
    public void The_cheapest_of_those_that_keep_the_level_is_chosen()
    {
        var decision = MadeUpDecision.Of(
            new("threads") { Microseconds = 100, Milliseconds = 120 },
            new("tasks") { Microseconds = 150 },
            new("actors") { Microseconds = 300 }
        );

        Assert.Equal(DecisionOutcome.Chosen, decision.Outcome);
        Assert.Equal("tasks", decision.Chosen!.Name);
        Assert.Equal(OptionState.Misses, decision.Options[0].State);
    }

    [Fact]
    public void Cost_is_the_weighted_geometric_mean_of_the_ratios()
    {
        var decision = MadeUpDecision.With(
            MadeUpDecision.Slo,
            "processor=3,memory=1",
            new("tasks"),
            new("actors") { Microseconds = 200, Mebibytes = 160 }
        );

        var score = decision.Scores.Single(score => score.Option.Name == "actors");
        Assert.Equal(Math.Pow(2, 0.75) * Math.Pow(1.6, 0.25), score.Ratio!.Value, 0.01);
        Assert.Equal(2, score.Parts["processor"], 0.01);
        Assert.Equal(1.6, score.Parts["memory"], 0.01);
        Assert.Equal(Outcome.Worse, score.Outcome);
    }

    [Fact]
    public void Two_that_are_not_told_apart_by_cost_are_a_tie()
    {
        var decision = MadeUpDecision.Of(
            new("threads") { Spread = 0.2 },
            new("tasks") { Microseconds = 103, Spread = 0.2 },
            new("actors") { Microseconds = 900 }
        );

        Assert.Equal(DecisionOutcome.Tied, decision.Outcome);
        Assert.True(decision.IsDecided);
        Assert.Equal(
            ["tasks", "threads"],
            decision.Tied.Append(decision.Chosen!).Select(option => option.Name).Order()
        );
    }

    [Fact]
    public void That_nobody_keeps_the_level_is_an_answer_which_names_the_nearest()
    {
        var decision = MadeUpDecision.Of(
            new("threads") { Milliseconds = 1_200 },
            new("tasks") { Milliseconds = 130 }
        );

        Assert.Equal(DecisionOutcome.NobodyMeets, decision.Outcome);
        Assert.True(decision.IsDecided);
        Assert.Null(decision.Chosen);
        Assert.Equal("tasks", decision.Nearest!.Name);
    }

    [Fact]
    public void An_open_option_that_may_be_cheaper_keeps_the_decision_open()
    {
        var decision = MadeUpDecision.Of(
            new("threads")
            {
                Microseconds = 50,
                Milliseconds = 98,
                Spread = 0.2,
            },
            new("tasks")
        );

        Assert.Equal(DecisionOutcome.Inconclusive, decision.Outcome);
        Assert.Equal("threads", Assert.Single(decision.Open).Name);
        Assert.Equal("tasks", decision.Chosen!.Name);
    }

    [Fact]
    public void An_open_option_that_is_shown_to_be_dearer_does_not()
    {
        var decision = MadeUpDecision.Of(
            new("threads")
            {
                Microseconds = 900,
                Milliseconds = 98,
                Spread = 0.05,
            },
            new("tasks")
        );

        Assert.Equal(OptionState.Undecided, decision.Options[0].State);
        Assert.Equal(DecisionOutcome.Chosen, decision.Outcome);
    }

    [Fact]
    public void An_option_that_nobody_measured_keeps_the_decision_open()
    {
        var decision = DecisionAnalysis.Of(
            MadeUpDecision.Requirement(),
            [new MadeUpOption("tasks").Option, new MadeUpOption("threads").Option],
            [MadeUpDecision.Run("run", new MadeUpOption("tasks"))],
            [],
            []
        );

        Assert.Equal(DecisionOutcome.Inconclusive, decision.Outcome);
        Assert.Equal("threads", Assert.Single(decision.Open).Name);
    }

    [Fact]
    public void One_as_told_is_judged_and_never_chosen()
    {
        var decision = MadeUpDecision.Of(new("tasks") { Terms = "told", Microseconds = 10 }, new("tasks"));

        Assert.Equal("equal", decision.Chosen!.Option.Case.Terms);
        Assert.Equal(Outcome.Better, decision.Scores[0].Outcome);
        Assert.Equal("tasks as told", decision.Scores[0].Option.Name);
    }

    [Fact]
    public void One_that_lost_something_in_one_launch_is_broken_however_fast_it_is()
    {
        var decision = MadeUpDecision.Of(
            new("threads")
            {
                Microseconds = 1,
                Change = sample =>
                    sample.Round == 3
                        ? sample with
                        {
                            Valid = false,
                            Status = SampleStatus.Incorrect,
                            InvalidBecause = ["incorrect: a product is oversold"],
                        }
                        : sample,
            },
            new("tasks")
        );

        Assert.Equal(OptionState.Broken, decision.Options[0].State);
        Assert.Equal("tasks", decision.Chosen!.Name);
    }

    [Fact]
    public void One_that_is_out_of_reach_is_named_and_keeps_nothing_open()
    {
        var decision = MadeUpDecision.Of(new("threads") { OutOfReach = "too many threads" }, new("tasks"));

        Assert.Equal(OptionState.OutOfReach, decision.Options[0].State);
        Assert.Equal(DecisionOutcome.Chosen, decision.Outcome);
    }

    [Fact]
    public void A_criterion_of_which_some_option_has_no_figure_counts_nothing_and_is_named()
    {
        var decision = MadeUpDecision.Of(
            new("threads") { Change = sample => sample with { ProcessorSeconds = 0 } },
            new("tasks")
        );

        Assert.Equal("processor", Assert.Single(decision.LeftOut).Id);
        Assert.DoesNotContain(decision.Criteria, criterion => criterion.Id == "processor");
    }
}
