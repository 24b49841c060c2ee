using Bench.Analysis.Floors;
using Bench.Measurement;
using Bench.Results;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Bench.Tests.Analysis.Floors;

/// <summary>A lane against the public forms of its model.</summary>
public sealed class FloorAnalysisTests
{
    private static readonly double[] s_form = [100, 102, 98, 101, 99];

    [Fact]
    public void A_lane_that_costs_hardly_more_is_within_the_margin_of_its_dearest_comparison()
    {
        var lane = Only(
            FloorsOf.Lane([103, 104, 101, 103, 102]),
            FloorsOf.Form("slow", [150, 152, 149, 150, 151]),
            FloorsOf.Form("best", s_form)
        );

        Assert.Equal(FloorOutcome.Within, lane.Against.Outcome);
        Assert.Equal("best", lane.Best!.Name);
        Assert.Equal(1.026, lane.Against.Ratio!.Value, 0.001);
        Assert.InRange(lane.Against.High!.Value, lane.Against.Ratio!.Value, 1.1);
        Assert.Equal("within 10 %", FloorWords.Verdict(lane.Against));
    }

    [Fact]
    public void A_lane_that_is_quicker_than_every_form_is_within_the_margin() =>
        Assert.Equal(
            FloorOutcome.Within,
            Only(FloorsOf.Lane([70, 71, 69, 70, 70]), FloorsOf.Form("best", s_form)).Against.Outcome
        );

    [Fact]
    public void A_lane_that_costs_more_than_the_margin_beside_one_of_several_forms_is_slower()
    {
        var lane = Only(
            FloorsOf.Lane([130, 132, 128, 131, 130]),
            FloorsOf.Form("best", s_form),
            FloorsOf.Form("slow", [150, 152, 149, 150, 151])
        );

        Assert.Equal((FloorOutcome.Slower, "best"), (lane.Against.Outcome, lane.Best!.Name));
        Assert.InRange(lane.Against.Low!.Value, 1.1, 1.3);
    }

    [Fact]
    public void A_form_that_stands_aside_is_shown_and_decides_nothing()
    {
        var findings = FloorAnalysis.Of(
            FloorsOf.Trials(
                FloorsOf.Lane(s_form),
                FloorsOf.Form("best", s_form),
                FloorsOf.Aside("spin", [20, 21, 20, 20, 21])
            )
        );

        Assert.Equal(FloorOutcome.Within, findings.Lanes[0].Against.Outcome);
        Assert.Equal(["best", "spin"], findings.Forms.Select(form => form.Form.Name));
        Assert.Equal(FloorOutcome.Slower, findings.Forms[1].Lane!.Outcome);
    }

    [Fact]
    public void A_difference_of_about_the_margin_stays_open_and_tells_how_many_rounds_it_takes()
    {
        var lane = Only(FloorsOf.Lane([111, 108, 113, 107, 112]), FloorsOf.Form("best", s_form));

        Assert.Equal(FloorOutcome.Inconclusive, lane.Against.Outcome);
        Assert.True(lane.Against.FurtherRounds is null or > 0);
        Assert.StartsWith("inconclusive", FloorWords.Verdict(lane.Against), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rounds_decide_nothing()
    {
        var lane = Only(FloorsOf.Lane([100, 100, 100]), FloorsOf.Form("best", [100, 101, 99]));

        Assert.Equal(FloorOutcome.Inconclusive, lane.Against.Outcome);
        Assert.Contains("at least 5 are needed", lane.Against.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_launch_leaves_its_round_out_and_is_noted()
    {
        var findings = FloorAnalysis.Of(
            FloorsOf.Trials(
                FloorsOf.Lane([.. s_form, 100]).Refused(round: 2),
                FloorsOf.Form("best", [.. s_form, 100])
            )
        );

        Assert.Equal(5, findings.Lanes[0].Against.Rounds);
        Assert.Equal(FloorOutcome.Within, findings.Lanes[0].Against.Outcome);
        Assert.Equal(["channels in ping-pong: 1 launch not used (hung: no end after 30 s)"], findings.Notes);
    }

    [Fact]
    public void A_lane_without_a_valid_launch_is_inconclusive_and_says_why()
    {
        var lane = Only(FloorsOf.Lane(100).Refused(round: 1), FloorsOf.Form("best", 100));

        Assert.Null(lane.Against.Ratio);
        Assert.Null(lane.Lane.Nanoseconds);
        Assert.Equal("the lane has no valid launch: hung: no end after 30 s", lane.Against.Reason);
    }

    [Fact]
    public void What_recording_adds_stands_beside_the_lane()
    {
        var findings = FloorAnalysis.Of(
            FloorsOf.Trials(
                FloorsOf.Lane(s_form),
                FloorsOf.Recorded([150, 153, 147, 151, 149]),
                FloorsOf.Form("best", s_form)
            )
        );

        var recording = Assert.Single(findings.Recordings);
        Assert.Equal(1.5, recording.Ratio.Ratio!.Value, 0.01);
        Assert.Equal(100, recording.Untimed.Nanoseconds!.Value.Value, 0.1);
    }

    [Fact]
    public void A_bare_primitive_has_a_cost_and_nothing_to_be_held_against_it()
    {
        var findings = FloorAnalysis.Of(
            FloorsOf.Trials(
                FloorsOf.Lane(s_form),
                FloorsOf.Form("best", s_form),
                FloorsOf.Primitive("bare", s_form)
            )
        );

        var bare = findings.Forms.Single(form => form.Pattern == "primitive");
        Assert.Null(bare.Lane);
        Assert.Equal(2, bare.Form.Processors!.Value, 0.01);
        Assert.Equal(48, bare.Form.AllocatedBytes);
        Assert.Single(findings.Lanes);
    }

    [Fact]
    public void Launches_that_others_disturbed_are_counted()
    {
        var lane = FloorsOf.Lane(s_form);
        var noisy = lane with
        {
            Launches =
            [
                .. lane.Launches.Select(launch =>
                    launch with
                    {
                        MachineNoise = new() { OtherLoadProcessors = launch.Round == 1 ? 0.5 : 0.1 },
                    }
                ),
            ],
        };

        Assert.StartsWith(
            "the machine was disturbed in 1 of 10 launches",
            FloorAnalysis.Of(FloorsOf.Trials(noisy, FloorsOf.Form("best", s_form))).Notes[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_summary_names_who_is_slower() =>
        Assert.Equal(
            "0 of 1 lane cost at most 10 % more than the best public form; slower: channels in ping-pong",
            FloorAnalysis
                .Of(FloorsOf.Trials(FloorsOf.Lane([200, 201, 199, 202, 200]), FloorsOf.Form("best", s_form)))
                .Summary
        );

    /// <summary>2,000 simulated lanes that cost just the margin more: each verdict is then a matter of chance.</summary>
    [Fact]
    public void At_the_margin_a_lane_is_called_slower_or_within_by_chance_in_one_of_a_hundred()
    {
        const int Times = 2_000;
        var random = SplitMix64.For(7, 1);
        var outcomes = Enumerable
            .Range(0, Times)
            .Select(_ => Only(FloorsOf.Lane(Costs(110)), FloorsOf.Form("best", Costs(100))).Against.Outcome)
            .CountBy(outcome => outcome)
            .ToDictionary(pair => pair.Key, pair => pair.Value);

        Assert.InRange(outcomes.GetValueOrDefault(FloorOutcome.Slower), 0, Times / 100);
        Assert.InRange(outcomes.GetValueOrDefault(FloorOutcome.Within), 0, Times / 100);

        double[] Costs(double centre) =>
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(_ => centre * Math.Exp(Normal.InvCDF(0, 0.03, random.NextDouble()))),
            ];
    }

    private static LaneFloor Only(params FloorArm[] arms) =>
        Assert.Single(FloorAnalysis.Of(FloorsOf.Trials(arms)).Lanes);
}
