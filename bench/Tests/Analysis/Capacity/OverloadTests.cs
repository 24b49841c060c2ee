using Bench.Analysis.Capacity;
using Bench.Analysis.ServiceLevels;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Analysis.Capacity;

public sealed class OverloadTests
{
    private const int Third = 20;
    private static readonly ServiceLevel s_level = ServiceLevel.Parse("p99<100ms,errors<1%");

    [Fact]
    public void Goodput_queue_memory_and_recovery_are_read_from_the_slices()
    {
        var overload = Overload.Of(Sample(slice => Slow(slice is >= Third and < (2 * Third) + 6)), s_level)!;

        Assert.Equal(700, overload.GoodputPerSecond, 1e-9);
        Assert.Equal(10, overload.InFlightAtRest);
        Assert.Equal(900, overload.InFlightPeak);
        Assert.Equal(50, overload.MemoryGrowthBytes);
        Assert.Equal(0.6, overload.RecoverySeconds!.Value, 1e-9);
        Assert.Equal(2.0, overload.WatchedSeconds, 1e-9);
    }

    [Fact]
    public void One_good_slice_among_bad_ones_is_no_recovery() =>
        Assert.Equal(
            0.9,
            Overload
                .Of(Sample(slice => Slow(slice is >= Third and < (2 * Third) + 9 and not 42)), s_level)!
                .RecoverySeconds!.Value,
            1e-9
        );

    [Fact]
    public void A_lane_that_stays_slow_has_not_recovered() =>
        Assert.Null(Overload.Of(Sample(slice => Slow(slice >= Third)), s_level)!.RecoverySeconds);

    [Fact]
    public void Errors_alone_keep_a_lane_from_having_recovered() =>
        Assert.Null(
            Overload
                .Of(
                    Sample(slice =>
                        slice >= Third
                            ? Slow(false) with
                            {
                                Operations = new()
                                {
                                    Intended = 100,
                                    Completed = 98,
                                    Rejected = 2,
                                },
                            }
                            : Slow(false)
                    ),
                    s_level
                )!
                .RecoverySeconds
        );

    [Fact]
    public void A_slice_too_small_for_the_quantile_is_held_to_its_longest_latency() =>
        Assert.Null(
            Overload
                .Of(
                    Sample(slice =>
                        Slow(false) with
                        {
                            LatencyNanoseconds = new() { P50 = 1e6, Max = slice >= Third ? 200e6 : 1e6 },
                        }
                    ),
                    s_level
                )!
                .RecoverySeconds
        );

    [Fact]
    public void Slices_in_which_nobody_came_are_no_recovery() =>
        Assert.Null(
            Overload
                .Of(
                    Sample(slice =>
                        slice is >= 2 * Third and < (2 * Third) + 5 ? Empty : Slow(slice >= Third)
                    ),
                    s_level
                )!
                .RecoverySeconds
        );

    [Fact]
    public void Slices_in_which_everybody_was_rejected_are_no_recovery_even_if_only_latency_counts() =>
        Assert.Null(
            Overload
                .Of(
                    Sample(slice =>
                        slice is >= 2 * Third and < (2 * Third) + 5
                            ? Empty with
                            {
                                Operations = new() { Intended = 100, Rejected = 100 },
                            }
                            : Slow(slice >= Third)
                    ),
                    ServiceLevel.Parse("p99<100ms")
                )!
                .RecoverySeconds
        );

    [Fact]
    public void What_was_not_observed_is_not_zero()
    {
        var sample = Sample(_ => Slow(false));
        var overload = Overload.Of(
            sample with
            {
                LoadOverTime = sample.LoadOverTime.ConvertAll(slice =>
                    slice with
                    {
                        InFlightPeak = null,
                        PeakResident = null,
                    }
                ),
            },
            s_level
        )!;

        Assert.Null(overload.InFlightAtRest);
        Assert.Null(overload.InFlightPeak);
        Assert.Null(overload.MemoryGrowthBytes);
        Assert.Null(OverloadEstimate.Of([overload])!.InFlightPeak);
    }

    [Fact]
    public void A_sample_without_load_over_time_has_no_overload() =>
        Assert.Null(Overload.Of(Sample(_ => Slow(false)) with { LoadOverTime = [] }, s_level));

    private static LoadSlice Empty => new() { StartSeconds = 0, LengthSeconds = 0.1 };

    private static LoadSlice Slow(bool isSlow) =>
        new()
        {
            StartSeconds = 0,
            LengthSeconds = 0.1,
            Operations = new() { Intended = 100, Completed = 100 },
            LatencyNanoseconds = new() { P99 = isSlow ? 150e6 : 50e6 },
        };

    private static Sample Sample(Func<int, LoadSlice> slice) =>
        new()
        {
            Case = "c",
            Workload = "w",
            Model = "m",
            LoadOverTime =
            [
                .. Enumerable
                    .Range(0, 3 * Third)
                    .Select(index =>
                        slice(index) with
                        {
                            StartSeconds = index * 0.1,
                            GoodputPerSecond = index is >= Third and < 2 * Third ? 700 : 500,
                            InFlightPeak =
                                index < Third ? 10
                                : index == 30 ? 900
                                : 20,
                            PeakResident =
                                index < Third ? 1_000
                                : index == 45 ? 1_050
                                : 1_010,
                        }
                    ),
            ],
        };
}
