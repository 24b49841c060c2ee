using System.Text.Json;
using Bench.Analysis;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis;

/// <summary>What is slowed down on purpose is a case of its own and never competes.</summary>
public sealed class InjectedArmTests
{
    private static readonly PlannedCase s_slowed = Runs.Case("tasks").Slowed(new Slowdown(1.5, 0.02));

    [Theory]
    [InlineData(1.05, 1, "!+5%")]
    [InlineData(1.2, 1, "!+20%")]
    [InlineData(1.5, 0.02, "!+50%@2%")]
    [InlineData(1.0213, 1, "!+2.13%")]
    public void Its_id_says_so(double factor, double share, string suffix) =>
        Assert.Equal($"ping/tasks{suffix}", Runs.Case("tasks").Slowed(new Slowdown(factor, share)).Case);

    [Fact]
    public void It_is_never_ranked_and_no_part_of_the_A_A_check()
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks"), Runs.Case("tasks", 1), s_slowed]),
            [
                .. from round in Enumerable.Range(1, 8)
                from sample in new[]
                {
                    Runs.Sample("tasks", 0, round, 100 + (0.1 * round)),
                    Runs.Sample("tasks", 1, round, 100),
                    Runs.Sample("tasks", 0, round, 900) with
                    {
                        Case = s_slowed.Case,
                    },
                }
                select sample,
            ]
        );

        var scenario = Assert.Single(run.Scenarios);
        Assert.Equal(["tasks"], scenario.Competing.Select(arm => arm.Name));
        Assert.DoesNotContain(
            "+50%",
            Answers.For(scenario, scenario.Metric).Sentence,
            StringComparison.Ordinal
        );
        Assert.All(AaCheck.Of(run).Verdicts, verdict => Assert.Equal("tasks#2", verdict.Contender));
        Assert.Equal(["tasks", "tasks#2", "tasks!+50%@2%"], scenario.Arms.Select(arm => arm.Name));
    }

    [Fact]
    public void An_ordinary_case_is_written_without_a_word_of_it_and_a_slowed_one_is_read_back()
    {
        var plain = JsonSerializer.Serialize(
            Runs.Manifest([Runs.Case("tasks")]),
            ResultsJson.Default.RunManifest
        );
        var slowed = JsonSerializer.Serialize(Runs.Manifest([s_slowed]), ResultsJson.Default.RunManifest);

        Assert.DoesNotContain("slowdown", plain, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"slowdown\":{\"factor\":1.5,\"share\":0.02}", slowed, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize(slowed, ResultsJson.Default.RunManifest)!.Cases[0];
        Assert.Equal(s_slowed, read);
    }
}
