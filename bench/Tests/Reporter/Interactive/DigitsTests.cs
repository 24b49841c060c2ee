using Bench.Analysis;
using Bench.Reporter.Interactive;
using CsCheck;
using Xunit;

namespace Bench.Tests.Reporter.Interactive;

public sealed class DigitsTests
{
    [Fact]
    public void A_shortened_value_is_printed_as_the_whole_one() =>
        Gen.Select(Gen.Double[-6, 12], Gen.Double[1, 10], Gen.Enum<Unit>())
            .Sample(
                (power, mantissa, unit) =>
                {
                    var value = mantissa * Math.Pow(10, Math.Round(power));
                    Assert.Equal(
                        Quantities.Format(value, unit),
                        Quantities.Format(Digits.Of(value, unit), unit)
                    );
                }
            );

    [Theory]
    [InlineData(44_123_456.789, 44_120_000)]
    [InlineData(1_236_999.9, 1_237_000)]
    [InlineData(1_234_999.9, 1_234_999.9)] // shorter it would round up: 1.23 ms, not 1.24 ms
    [InlineData(0, 0)]
    public void A_value_has_no_more_digits_than_it_needs(double value, double expected) =>
        Assert.Equal(expected, Digits.Of(value, Unit.Nanoseconds));

    [Fact]
    public void A_whole_count_is_printed_exactly_and_kept_so() =>
        Assert.Equal(1_234_567, Digits.Of(1_234_567, Unit.Count));
}
