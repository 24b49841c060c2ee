using Bench.Measurement.Hosting;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

public sealed class SteadyStateTests
{
    [Fact]
    public void Level_load_and_latency_are_steady() =>
        Assert.Equal("steady", Of(slices: 40, count: _ => 100, band: _ => 50));

    [Fact]
    public void Slices_that_are_cut_off_at_either_end_do_not_matter() =>
        Assert.Equal("steady", Of(slices: 40, count: slice => slice is 0 or 39 ? 3 : 100, band: _ => 50));

    [Fact]
    public void A_stall_in_the_middle_is_no_drift() =>
        Assert.Equal(
            "steady",
            Of(slices: 40, count: slice => slice is > 18 and < 22 ? 0 : 100, band: _ => 50)
        );

    [Fact]
    public void A_falling_throughput_is_unsteady() =>
        Assert.Equal("unsteady", Of(slices: 40, count: slice => 100 - (2 * slice), band: _ => 50));

    [Fact]
    public void A_growing_latency_is_unsteady() =>
        Assert.Equal("unsteady", Of(slices: 40, count: _ => 100, band: slice => 50 + (slice / 10)));

    [Fact]
    public void A_beginning_without_any_operation_is_unsteady() =>
        Assert.Equal("unsteady", Of(slices: 40, count: slice => slice < 20 ? 0 : 100, band: _ => 50));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Too_few_slices_tell_nothing(int slices) =>
        Assert.Equal("unknown", Of(slices, count: _ => 100, band: _ => 50));

    private static string Of(int slices, Func<int, long> count, Func<int, int> band) =>
        SteadyState.Of([
            .. Enumerable
                .Range(0, slices)
                .Select(slice => new LatencySlice(
                    slice * 0.05,
                    0.05,
                    count(slice),
                    count(slice) == 0 ? [] : new() { [band(slice)] = count(slice) }
                )),
        ]);
}
