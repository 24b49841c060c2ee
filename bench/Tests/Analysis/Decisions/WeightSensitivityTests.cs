using System.Globalization;
using Bench.Analysis.Decisions;
using Xunit;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>The weight at which the answer changes is just that: below it one is chosen, above it the other.</summary>
public sealed class WeightSensitivityTests
{
    private static readonly MadeUpOption s_threads = new("threads") { Microseconds = 100, Mebibytes = 160 };
    private static readonly MadeUpOption s_tasks = new("tasks") { Microseconds = 200, Mebibytes = 100 };

    [Fact]
    public void It_lies_where_the_weighted_logarithms_cancel()
    {
        var flip = Memory(MadeUpDecision.Of(s_threads, s_tasks)).Above!;

        Assert.Equal("tasks", flip.Option);
        Assert.Equal(Math.Log(2) / Math.Log(1.6), flip.At, 0.01);
        Assert.InRange(flip.At, flip.Low, flip.High!.Value);
    }

    [Theory]
    [InlineData(0.999, "threads")]
    [InlineData(1.001, "tasks")]
    public void The_answer_changes_there_and_not_before(double factor, string expected)
    {
        var at = Memory(MadeUpDecision.Of(s_threads, s_tasks)).Above!.At;
        var weight = (at * factor).ToString("0.######", CultureInfo.InvariantCulture);

        var decision = MadeUpDecision.With(
            MadeUpDecision.Slo,
            $"processor=1,memory={weight}",
            s_threads,
            s_tasks
        );

        Assert.Equal(expected, decision.Chosen!.Name);
    }

    [Fact]
    public void A_smaller_weight_can_change_it_too()
    {
        var processor = MadeUpDecision
            .Of(s_threads, s_tasks)
            .Weights.Single(weight => weight.Criterion.Id == "processor");

        Assert.Equal(Math.Log(1.6) / Math.Log(2), processor.Below!.At, 0.01);
        Assert.Null(processor.Above);
    }

    [Fact]
    public void Between_the_ends_of_its_interval_the_two_are_a_tie_and_nowhere_else()
    {
        var flip = Memory(MadeUpDecision.Of(s_threads, s_tasks)).Above!;

        Assert.Equal(DecisionOutcome.Chosen, At(flip.Low * 0.99));
        Assert.Equal(DecisionOutcome.Tied, At(flip.At));
        Assert.Equal(DecisionOutcome.Chosen, At(flip.High!.Value * 1.01));
    }

    [Fact]
    public void Who_is_cheaper_in_everything_stays_the_answer_whatever_the_weights()
    {
        var decision = MadeUpDecision.Of(
            new("threads"),
            new("tasks")
            {
                Microseconds = 200,
                Mebibytes = 150,
                Milliseconds = 60,
                Statements = 20,
            }
        );

        Assert.Equal(4, decision.Weights.Count);
        Assert.All(decision.Weights, weight => Assert.True(weight is { Below: null, Above: null }));
    }

    private static WeightSensitivity Memory(Decision decision) =>
        decision.Weights.Single(weight => weight.Criterion.Id == "memory");

    private static DecisionOutcome At(double memory) =>
        MadeUpDecision
            .With(
                MadeUpDecision.Slo,
                string.Create(CultureInfo.InvariantCulture, $"processor=1,memory={memory:0.######}"),
                s_threads,
                s_tasks
            )
            .Outcome;
}
