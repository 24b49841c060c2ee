using Bench.Analysis;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData(0, Unit.Nanoseconds, "0 ns")]
    [InlineData(0.4123, Unit.Nanoseconds, "0.412 ns")]
    [InlineData(999.6, Unit.Nanoseconds, "1.00 µs")]
    [InlineData(1_204_000, Unit.Nanoseconds, "1.20 ms")]
    [InlineData(1_360, Unit.Milliseconds, "1.36 s")]
    [InlineData(72.4 * 1024 * 1024, Unit.Bytes, "72.4 MiB")]
    [InlineData(1000, Unit.Bytes, "1,000 B")]
    [InlineData(-2048, Unit.Bytes, "-2.00 KiB")]
    [InlineData(9556, Unit.PerSecond, "9,560/s")]
    [InlineData(0.0321, Unit.Fraction, "3.21 %")]
    [InlineData(1111, Unit.Count, "1,111")]
    [InlineData(0.51234, Unit.Count, "0.512")]
    [InlineData(double.NaN, Unit.Count, "–")]
    public void Values_are_printed_in_the_unit_that_suits_them(double value, Unit unit, string expected) =>
        Assert.Equal(expected, Quantities.Format(value, unit));

    [Fact]
    public void A_single_launch_says_that_it_has_no_interval() =>
        Assert.Equal(
            "5.00 ns [no interval from 1 launch]",
            Quantities.Format(new Estimate(5, null, null, 1), Unit.Nanoseconds)
        );
}
