using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Gating;

/// <summary>What a verdict means for the gate.</summary>
public sealed class GateRuleTests
{
    private static readonly GateRule s_rule = new(0.05);

    [Theory]
    [InlineData("p99", 1.10, 1.07, 1.13, Outcome.Worse, GateOutcome.Failed)]
    [InlineData("throughput", 0.90, 0.87, 0.93, Outcome.Worse, GateOutcome.Failed)]
    [InlineData("p99", 1.10, 0.90, 1.30, Outcome.Inconclusive, GateOutcome.Inconclusive)]
    [InlineData("p99", 0.90, 0.87, 0.93, Outcome.Better, GateOutcome.Passed)]
    [InlineData("throughput", 1.10, 1.07, 1.13, Outcome.Better, GateOutcome.Passed)]
    [InlineData("p99", 1.01, 0.98, 1.04, Outcome.Equivalent, GateOutcome.Passed)]
    [InlineData("p99", 0.95, 0.80, 1.04, Outcome.Inconclusive, GateOutcome.Passed)]
    [InlineData("throughput", 1.05, 0.96, 1.20, Outcome.Inconclusive, GateOutcome.Passed)]
    [InlineData("throughput", 0.98, 0.94, 1.02, Outcome.Inconclusive, GateOutcome.Inconclusive)]
    [InlineData("p99", 1.04, 1.01, 1.07, Outcome.Worse, GateOutcome.Inconclusive)]
    [InlineData("p99", 1.03, 1.02, 1.04, Outcome.Worse, GateOutcome.Passed)]
    public void Only_a_loss_beyond_the_margin_that_is_shown_fails(
        string metric,
        double ratio,
        double low,
        double high,
        Outcome outcome,
        GateOutcome expected
    ) => Assert.Equal(expected, s_rule.Of(Of(metric, ratio, low, high, outcome), 0.0005));

    [Fact]
    public void Four_rounds_pass_nothing_however_close_they_are() =>
        Assert.Equal(
            GateOutcome.Inconclusive,
            s_rule.Of(Of("p99", 1, 0.999, 1.001, Outcome.Inconclusive) with { Rounds = 4 }, 1)
        );

    [Fact]
    public void What_a_verdict_calls_worse_must_be_all_but_sure_to_fail_a_gate() =>
        Assert.Equal(GateOutcome.Inconclusive, s_rule.Of(Of("p99", 1.10, 1.07, 1.13, Outcome.Worse), 0.002));

    [Fact]
    public void A_ratio_beyond_all_bounds_that_is_shown_fails() =>
        Assert.Equal(
            GateOutcome.Failed,
            s_rule.Of(Of("errorRate", 1, 1, 1, Outcome.Worse) with { Ratio = null }, 0.0005)
        );

    private static Verdict Of(string metric, double ratio, double low, double high, Outcome outcome) =>
        new()
        {
            Metric = metric,
            Workload = "w",
            Parameters = ParameterSet.Empty,
            Terms = "equal",
            Baseline = "tasks!base",
            Contender = "tasks",
            Ratio = ratio,
            LowEquivalence = low,
            HighEquivalence = high,
            Outcome = outcome,
            Rounds = 8,
        };
}
