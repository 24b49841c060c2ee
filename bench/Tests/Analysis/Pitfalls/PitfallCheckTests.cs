using Bench.Analysis.Pitfalls;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Pitfalls;

/// <summary>A pitfall is caught by its own detectors alone, and only when the right lane is called by none.</summary>
public sealed class PitfallCheckTests
{
    private static readonly Sample s_leaking = Seen.Well with { Units = new() { AliveAtEnd = 5 } };

    [Fact]
    public void It_is_caught_when_its_detector_calls_the_wrong_lane_and_none_the_right_one()
    {
        var finding = PitfallCheck.Of(Seen.Trial([Seen.Hung], Seen.Well));

        Assert.Equal(PitfallOutcome.Caught, finding.Outcome);
        Assert.Equal(
            "hang: hung: no end after 6 s; no detector called the right lane (w/tasks) on the same case",
            finding.Reason
        );
    }

    [Fact]
    public void The_right_lane_in_place_of_the_wrong_one_gets_away()
    {
        var finding = PitfallCheck.Of(Seen.Trial([Seen.Well, Seen.Well, Seen.Well], Seen.Well));

        Assert.Equal(PitfallOutcome.GotAway, finding.Outcome);
        Assert.Equal("no invariant or hang called it in 3 launches (bench/Pitfalls/Race.cs)", finding.Reason);
    }

    [Fact]
    public void Fewer_launches_than_are_tried_refute_nothing()
    {
        var finding = PitfallCheck.Of(Seen.Trial([Seen.Well, Seen.Well], Seen.Well));

        Assert.Equal(PitfallOutcome.NotTried, finding.Outcome);
        Assert.Equal("there was time for 2 of 3 launches, and none was called", finding.Reason);
    }

    /// <summary>A program that cannot even begin would else pass for a lane that is wrong.</summary>
    [Theory]
    [InlineData("crashed: the process exited with code 2", PitfallOutcome.GotAway)]
    [InlineData(
        "crashed: the process aborted (exit code 134): InvalidOperationException: x (at Bench.Measurement.Hosting.SampleProcess.Run)",
        PitfallOutcome.GotAway
    )]
    [InlineData(
        "crashed: the process aborted (exit code 134): InvalidOperationException: x (at Bench.Pitfalls.Race.Do)",
        PitfallOutcome.Caught
    )]
    public void A_crash_counts_where_it_came_out_of_the_lane(string reason, PitfallOutcome expected)
    {
        var crash = Seen.Ended(SampleStatus.Crashed, reason);
        var trial = Seen.Trial([crash, crash, crash], Seen.Well);

        var finding = PitfallCheck.Of(
            trial with
            {
                Pitfall = trial.Pitfall with { Detectors = [DetectorId.Crash] },
            }
        );

        Assert.Equal(expected, finding.Outcome);
    }

    [Fact]
    public void What_another_detector_calls_is_told_but_does_not_catch_it()
    {
        var finding = PitfallCheck.Of(Seen.Trial([s_leaking, s_leaking, s_leaking], Seen.Well));

        Assert.Equal(PitfallOutcome.GotAway, finding.Outcome);
        Assert.Equal(DetectorId.UnitsAlive, Assert.Single(finding.Detections).Detector);
    }

    [Fact]
    public void Its_own_detector_comes_first()
    {
        var both = Seen.Well with
        {
            Status = SampleStatus.Incorrect,
            InvalidBecause = ["incorrect: lost"],
            Units = new() { AliveAtEnd = 5 },
        };
        var trial = Seen.Trial([both], Seen.Well);

        Assert.Equal(DetectorId.Invariant, PitfallCheck.Of(trial).Detections[0].Detector);
        var other = trial with { Pitfall = trial.Pitfall with { Detectors = [DetectorId.UnitsAlive] } };
        Assert.Equal(DetectorId.UnitsAlive, PitfallCheck.Of(other).Detections[0].Detector);
    }

    [Fact]
    public void One_launch_that_is_caught_is_enough_and_is_the_one_shown()
    {
        var finding = PitfallCheck.Of(Seen.Trial([Seen.Well, Seen.Hung], Seen.Well));

        Assert.Equal((PitfallOutcome.Caught, 2), (finding.Outcome, finding.Launches));
        Assert.Equal(DetectorId.Hang, Assert.Single(finding.Detections).Detector);
    }

    [Fact]
    public void A_detector_that_calls_the_right_lane_is_worth_nothing()
    {
        var finding = PitfallCheck.Of(Seen.Trial([Seen.Hung], s_leaking));

        Assert.Equal(PitfallOutcome.FalseAlarm, finding.Outcome);
        Assert.StartsWith(
            "units-alive called the right lane (w/tasks) as well",
            finding.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_both_lanes_it_is_not_tried()
    {
        Assert.Equal(PitfallOutcome.NotTried, PitfallCheck.Of(Seen.Trial([Seen.Hung])).Outcome);
        Assert.Equal(PitfallOutcome.NotTried, PitfallCheck.Of(Seen.Trial([], Seen.Well)).Outcome);
    }

    [Fact]
    public void Counters_stand_beside_those_of_the_right_lane_and_a_hung_process_leaves_none()
    {
        var counters = PitfallCheck.Of(Seen.Trial([s_leaking], Seen.Well)).Counters;
        var hung = PitfallCheck.Of(Seen.Trial([Seen.Hung], Seen.Well)).Counters;

        Assert.Contains(new Counter("units alive at the end", "", 5, 0), counters);
        Assert.Contains(new Counter("dotnet.thread_pool.queue.length", "", 5_000, 5_000), counters);
        Assert.Contains(new Counter("operations completed", "1/s", null, 950), hung);
    }
}
