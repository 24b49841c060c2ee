using Bench.Analysis.Pitfalls;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Pitfalls;

/// <summary>Each detector calls what it is for, and none calls a launch that is as it should be.</summary>
public sealed class DetectorsTests
{
    [Fact]
    public void Nothing_is_called_in_a_launch_that_is_well() => Assert.Empty(Detectors.Look(Seen.Well));

    [Fact]
    public void A_launch_that_is_refused_for_a_late_generator_is_not_called() =>
        Assert.Empty(
            Detectors.Look(Seen.Well with { Valid = false, InvalidBecause = ["the load generator was late"] })
        );

    [Fact]
    public void A_broken_invariant_is_called_with_what_it_found() =>
        Calls(
            DetectorId.Invariant,
            "incorrect: 3 lost",
            Seen.Well with
            {
                Status = SampleStatus.Incorrect,
                InvalidBecause = ["incorrect: 3 lost"],
            }
        );

    [Fact]
    public void A_process_that_died_is_called_with_its_last_words() =>
        Calls(
            DetectorId.Crash,
            "InvalidOperationException",
            Seen.Ended(SampleStatus.Crashed, "crashed: aborted: InvalidOperationException")
        );

    [Fact]
    public void A_process_that_the_watchdog_ended_is_called() =>
        Calls(DetectorId.Hang, "no end after 6 s", Seen.Hung);

    [Fact]
    public void Units_that_outlive_their_lane_are_called() =>
        Calls(
            DetectorId.UnitsAlive,
            "1 of 2,000 units are alive",
            Seen.Well with
            {
                Units = new() { Created = 2_000, AliveAtEnd = 1 },
            }
        );

    [Fact]
    public void Work_that_outlives_its_request_is_called() =>
        Calls(
            DetectorId.Orphans,
            "1,000 units of 2,000 requests",
            Seen.Well with
            {
                Metrics = new() { ["orphansPerRequest"] = 0.5 },
            }
        );

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void Threads_far_beyond_what_the_case_allows_are_called(int threads, bool called)
    {
        var sample = Seen.Well with { ThreadsPeak = threads };

        Assert.Equal(called, Detectors.Look(sample).Any(found => found.Detector == DetectorId.Threads));
    }

    [Fact]
    public void Threads_of_a_case_without_a_limit_are_not_called() =>
        Assert.Empty(Detectors.Look(Seen.Well with { ThreadsPeak = 5_000, Parameters = ParameterSet.Empty }));

    [Theory]
    [InlineData(101, 999, true)]
    [InlineData(100, 999, false)]
    [InlineData(101, 1_000, false)]
    public void A_long_queue_is_starvation_only_when_most_callers_are_not_served(
        long queue,
        long completed,
        bool called
    )
    {
        var sample = Seen.Well with
        {
            ThreadPool = new() { ThreadsPeak = 9, QueuePeak = queue },
            Operations = new()
            {
                Intended = 2_000,
                Completed = completed,
                TimedOut = 2_000 - completed,
            },
        };

        Assert.Equal(called, Detectors.Look(sample).Any(found => found.Detector == DetectorId.Starvation));
    }

    [Fact]
    public void What_the_system_does_not_tell_is_not_called() =>
        Assert.Empty(Detectors.Look(Seen.Well with { ThreadsPeak = null, ThreadPool = null }));

    private static void Calls(string detector, string evidence, Sample sample)
    {
        var found = Assert.Single(Detectors.Look(sample));
        Assert.Equal(detector, found.Detector);
        Assert.Contains(evidence, found.Evidence, StringComparison.Ordinal);
    }
}
