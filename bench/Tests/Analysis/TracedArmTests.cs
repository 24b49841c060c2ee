using System.Text.Json;
using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>A traced case is a case of its own, pays for being traced, and is held against its untraced twin alone.</summary>
public sealed class TracedArmTests
{
    private static readonly PlannedCase s_traced = Runs.Case("tasks").WithTrace();

    [Fact]
    public void It_is_never_ranked_and_stands_in_no_comparison_of_models()
    {
        var run = Run(slower: 0.5);

        var scenario = Assert.Single(run.Scenarios);
        Assert.Equal(["tasks", "threads"], scenario.Competing.Select(arm => arm.Name));
        Assert.Equal(["tasks", "threads"], scenario.Untraced.Arms.Select(arm => arm.Name));
        Assert.DoesNotContain(
            HeadlinePairs.Of(run, "threads"),
            pair => pair.Contender.Case.Traced || pair.Baseline.Case.Traced
        );
    }

    [Theory]
    [InlineData(0.5, Outcome.Worse)]
    [InlineData(1.0, Outcome.Equivalent)]
    public void Its_cost_is_the_paired_verdict_on_it_against_the_same_case_untraced(
        double slower,
        Outcome outcome
    )
    {
        var verdict = Assert.Single(new Comparisons(Metrics.Throughput).Traced(Run(slower)));

        Assert.Equal((ComparisonKind.Traced, outcome), (verdict.Kind, verdict.Outcome));
        Assert.Equal(("tasks", "tasks!traced"), (verdict.Baseline, verdict.Contender));
        Assert.Equal(slower, verdict.Ratio!.Value, 0.01);
    }

    [Fact]
    public void An_ordinary_case_is_written_without_a_word_of_it_and_a_traced_one_is_read_back()
    {
        var plain = JsonSerializer.Serialize(
            Runs.Manifest([Runs.Case("tasks")]),
            ResultsJson.Default.RunManifest
        );
        var traced = JsonSerializer.Serialize(Runs.Manifest([s_traced]), ResultsJson.Default.RunManifest);

        Assert.DoesNotContain("trace", plain, StringComparison.OrdinalIgnoreCase);
        var read = JsonSerializer.Deserialize(traced, ResultsJson.Default.RunManifest)!;
        Assert.Equal(("ping/tasks!traced", true), (read.Cases[0].Case, read.Cases[0].Traced));
    }

    [Fact]
    public void A_sample_without_a_trace_is_written_without_a_word_of_it_and_a_trace_is_read_back()
    {
        var sample = Runs.Sample("tasks", 0, 1, 100);
        var trace = new LaneTrace
        {
            WindowSeconds = 1,
            Units = [new("parse", 4, 1.5, 0, 0)],
            Operations = [new(7, 0, 100, [new("parse", 10, 20)])],
        };

        Assert.DoesNotContain("trace", Written(sample), StringComparison.OrdinalIgnoreCase);
        var read = JsonSerializer.Deserialize(
            Written(sample with { Trace = trace }),
            ResultsJson.Default.Sample
        )!;
        Assert.Equal(trace.Units, read.Trace!.Units);
        Assert.Equal(new TracedSpan("parse", 10, 20), Assert.Single(read.Trace.Operations[0].Spans));
        Assert.Null(read.Trace.ReadySeconds);
        Assert.Empty(read.FiguresOnly().Trace!.Operations);
    }

    private static string Written(Sample sample) =>
        JsonSerializer.Serialize(sample, ResultsJson.Default.Sample);

    private static RunAnalysis Run(double slower) =>
        RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks"), s_traced, Runs.Case("threads")]),
            [
                .. from round in Enumerable.Range(1, 8)
                from sample in new[]
                {
                    Runs.Sample("tasks", 0, round, 100 + (0.1 * round)),
                    Runs.Sample("threads", 0, round, 100),
                    Runs.Sample("tasks", 0, round, slower * (100 + (0.12 * round))) with
                    {
                        Case = s_traced.Case,
                    },
                }
                select sample,
            ]
        );
}
