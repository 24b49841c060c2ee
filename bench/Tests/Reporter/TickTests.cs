using Bench.Analysis;
using Bench.Reporter.Charts;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class TickTests
{
    [Theory]
    [InlineData(1e3, 1e9, Unit.Nanoseconds, "1 µs|10 µs|100 µs|1 ms|10 ms|100 ms|1 s")]
    [InlineData(180e6, 2.4e9, Unit.Nanoseconds, "200 ms|500 ms|1 s|2 s")]
    [InlineData(41d * 1048576, 170d * 1048576, Unit.Bytes, "50 MiB|70 MiB|100 MiB|150 MiB")]
    [InlineData(300, 3000, Unit.Bytes, "512 B|1 KiB|2 KiB")]
    [InlineData(2e5, 4e7, Unit.PerSecond, "300,000/s|1 M/s|3 M/s|10 M/s|30 M/s")]
    [InlineData(1e-9, 1e9, Unit.Nanoseconds, "0.000000001 ns|0.000001 ns|0.001 ns|1 ns|1 µs|1 ms|1 s")]
    public void Log_ticks_are_round_and_not_crowded(double low, double high, Unit unit, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                LogTicks
                    .Between(Math.Log10(low), Math.Log10(high), unit, Room.Across(360))
                    .Where(tick => tick.IsMajor)
                    .Select(tick => tick.Label)
            )
        );

    [Theory]
    [InlineData(18_900, Unit.PerSecond, "0|5,000/s|10,000/s|15,000/s")]
    [InlineData(170d * 1048576, Unit.Bytes, "0|50 MiB|100 MiB|150 MiB")]
    public void Linear_ticks_are_round_in_the_printed_unit(double high, Unit unit, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', LinearTicks.Between(0, high, unit, Room.Across(360)).Select(tick => tick.Label))
        );

    [Fact]
    public void Labels_are_moved_apart_in_their_order()
    {
        var places = Spread.Apart([1, 1.1, 1.05], spacing: 0.5, low: 0, high: 10);
        Assert.True(places[2] - places[0] >= 0.49);
        Assert.True(places[1] - places[2] >= 0.49);
    }
}
