using System.Text.Json;
using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Gating;

/// <summary>A run of two builds is judged case by case, and base enters no ranking.</summary>
public sealed class GateAnalysisTests
{
    [Fact]
    public void A_lane_that_is_slower_than_base_fails_and_the_other_does_not()
    {
        var gate = GateAnalysis.Of(
            GateRuns.Of(planned => planned is { Model: "tasks", Build: null } ? 0.8 : 1)
        );

        Assert.Equal(GateOutcome.Failed, gate.Outcome);
        Assert.Equal("ping/tasks", Assert.Single(gate.Failed).Case);
        Assert.Equal(
            (ComparisonKind.Builds, "tasks!base", "tasks"),
            (gate.Failed[0].Verdict.Kind, gate.Failed[0].Verdict.Baseline, gate.Failed[0].Verdict.Contender)
        );
    }

    [Fact]
    public void Base_is_never_ranked_against_models()
    {
        var run = GateRuns.Of(planned => planned.Build is null ? 1 : 2);

        var scenario = Assert.Single(run.Scenarios);
        Assert.Equal(["tasks", "threads"], scenario.Competing.Select(arm => arm.Name));
        Assert.DoesNotContain(
            HeadlinePairs.Of(run, "threads"),
            pair => pair.Contender.Case.Build is not null || pair.Baseline.Case.Build is not null
        );
    }

    [Fact]
    public void A_lane_that_broke_and_did_not_in_base_fails_whatever_its_speed()
    {
        var gate = GateAnalysis.Of(GateRuns.Of(_ => 1, Breaks(build: null)));

        var finding = Assert.Single(gate.Failed, finding => finding.Decides);
        Assert.StartsWith(
            "incorrect in 1 launch, and never in base: an item was lost",
            finding.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lane_that_broke_in_base_alone_does_not_fail()
    {
        var gate = GateAnalysis.Of(GateRuns.Of(_ => 1, Breaks(PlannedCase.BaseBuild)));

        Assert.Empty(gate.Failed);
        Assert.Equal(GateOutcome.Inconclusive, gate.Outcome);
    }

    [Fact]
    public void Only_what_is_open_is_measured_on_with_both_builds()
    {
        var run = GateRuns.Of(planned =>
            planned.Model == "tasks" ? 1 + (0.3 * ((planned.Build is null ? 1 : 0) - 0.5)) : 1
        );
        var noisy = RunAnalysis.Of(
            run.Manifest,
            [
                .. run
                    .Scenarios.SelectMany(scenario => scenario.Arms)
                    .SelectMany(arm => arm.Samples)
                    .Where(sample => sample.Round <= 5)
                    .Select(sample =>
                        sample.Case == "ping/tasks"
                            ? sample with
                            {
                                ThroughputPerSecond = 100 * Math.Pow(3, sample.Round % 2),
                            }
                            : sample
                    ),
            ]
        );

        var standing = Standing.Of(noisy);

        Assert.Equal(["ping/tasks", "ping/tasks!base"], standing.NextCases);
        Assert.Equal(3, standing.RoundsToNextLook);
    }

    [Fact]
    public void A_case_of_base_is_written_and_read_back_and_others_say_nothing_of_builds()
    {
        var plain = JsonSerializer.Serialize(
            Runs.Manifest([Runs.Case("tasks")]),
            ResultsJson.Default.RunManifest
        );
        var read = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(
                Runs.Manifest([Runs.Case("tasks").OfBase()]) with
                {
                    Gate = Plans.Of(),
                },
                ResultsJson.Default.RunManifest
            ),
            ResultsJson.Default.RunManifest
        )!;

        Assert.DoesNotContain("\"build\"", plain, StringComparison.Ordinal);
        Assert.Equal(("ping/tasks!base", "base"), (read.Cases[0].Case, read.Cases[0].Build));
        Assert.Equal("HEAD~1", read.Gate!.Base.Name);
    }

    private static Func<PlannedCase, Sample, Sample> Breaks(string? build) =>
        (planned, sample) =>
            planned.Model == "tasks" && planned.Build == build && sample.Round == 2
                ? sample with
                {
                    Valid = false,
                    Status = SampleStatus.Incorrect,
                    InvalidBecause = ["an item was lost"],
                }
                : sample;
}
