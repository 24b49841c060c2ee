using Bench.Measurement.Hosting;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class FootprintTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run();

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.Equal((5, 5), (operations.Intended, operations.Completed));
        Assert.Equal(5, lane.Latencies.Merged().TotalCount);
        Assert.Contains("createSecondsPerUnit", lane.Metrics.Keys);
        Assert.Contains("managedBytesPerUnit", lane.Metrics.Keys);
    }

    [Fact]
    public void A_unit_that_is_parked_twice_in_place_of_another_is_reported()
    {
        var lane = Run(parkAs: unit => unit == 3 ? 2 : unit);

        Assert.Contains("units that did not wait exactly once: expected 0, found 2", lane.Violations);
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_unit_that_is_woken_twice_is_reported() =>
        Assert.Contains(
            "units that were not woken exactly once: expected 0, found 1",
            Run(wakings: unit => unit == 9 ? 2 : 1).Violations
        );

    [Fact]
    public void A_unit_that_is_woken_in_place_of_another_is_reported() =>
        Assert.Contains(
            "units that were not woken exactly once: expected 0, found 2",
            Run(wakings: unit =>
                unit switch
                {
                    3 => 2,
                    4 => 0,
                    _ => 1,
                }
            ).Violations
        );

    [Fact]
    public void A_unit_that_is_not_stopped_is_reported() =>
        Assert.Contains("units alive after the end: expected 0, found 1", Run(survivors: 1).Violations);

    [Fact]
    public void Bytes_per_unit_are_the_slope_whatever_the_units_share()
    {
        MemoryReading[] readings =
        [
            new(100, Resident: 5_000_200, Committed: null, Managed: 0),
            new(200, Resident: 5_000_400, Committed: 1, Managed: 0),
            new(300, Resident: 5_000_600, Committed: 2, Managed: 0),
        ];

        Assert.Equal(2, MemoryReading.Slope(readings, reading => reading.Resident));
        Assert.Null(MemoryReading.Slope(readings, reading => reading.Committed));
    }

    [Fact]
    public void More_units_than_threads_can_be_are_listed_out_of_their_reach_with_the_reason()
    {
        var full = Lanes
            .Of(typeof(Bench.Threads.Footprint).Assembly)
            .Single(lane => lane.Workload.Id == "footprint")
            .Cases(Presets.Full)
            .ToList();

        Assert.Equal(4, full.Count(item => item.OutOfReach is null));
        Assert.Equal(
            2,
            full.Count(item => item.OutOfReach?.Contains("8000 threads", StringComparison.Ordinal) ?? false)
        );
    }

    private static ScriptedFootprint Run(
        Func<int, int>? parkAs = null,
        Func<int, int>? wakings = null,
        int survivors = 0
    ) =>
        Trial.Run(
            new ScriptedFootprint(parkAs ?? (unit => unit), wakings ?? (_ => 1), survivors)
            {
                Parameters = new() { Units = 10, Steps = 2 },
            }
        );

    private sealed class ScriptedFootprint(Func<int, int> parkAs, Func<int, int> wakings, int survivors)
        : Footprint
    {
        protected override void Open() { }

        protected override void Create(int unit)
        {
            Units.Started();
            Parked(parkAs(unit));
        }

        protected override void Wake(int unit)
        {
            for (var time = 0; time < wakings(unit); time++)
            {
                Woken(unit);
            }
        }

        protected override void Stop()
        {
            while (Units.Alive > survivors)
            {
                Units.Ended();
            }
        }
    }
}
