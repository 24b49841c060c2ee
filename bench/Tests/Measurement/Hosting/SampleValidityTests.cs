using Bench.Measurement.Hosting;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

public sealed class SampleValidityTests
{
    [Fact]
    public void A_clean_sample_is_valid() => Assert.Empty(SampleValidity.Reasons(Samples.Clean, []));

    [Fact]
    public void What_is_not_known_is_no_reason() =>
        Assert.Empty(
            SampleValidity.Reasons(Samples.Clean with { LatenessNanoseconds = null, LittlesLaw = null }, [])
        );

    [Fact]
    public void Operations_must_add_up() =>
        Assert.Equal(
            ["operations do not add up: 101 intended, 90 completed, 1 failed, 2 rejected, 7 timed out"],
            Reasons(sample => sample with { Operations = sample.Operations with { Intended = 101 } })
        );

    [Fact]
    public void Something_must_have_been_measured() =>
        Assert.Equal(
            ["no operation was measured"],
            Reasons(sample => sample with { Operations = new OperationCounts() })
        );

    [Fact]
    public void No_unit_may_outlive_its_lane() =>
        Assert.Equal(
            ["3 units are still alive after the lane has closed"],
            Reasons(sample => sample with { Units = new() { AliveAtEnd = 3 } })
        );

    [Theory]
    [InlineData(2.0e6, 10e6, true)]
    [InlineData(2.1e6, 10e6, false)]
    [InlineData(9.9e6, 100e6, true)]
    [InlineData(10.1e6, 100e6, false)]
    public void The_generator_may_be_late_by_a_tenth_of_the_p99_or_2_ms(
        double lateness,
        double p99,
        bool valid
    ) =>
        Assert.Equal(
            valid,
            Reasons(sample =>
                sample with
                {
                    LatenessNanoseconds = new(lateness, lateness),
                    LatencyNanoseconds = new() { P99 = p99 },
                }
            )
                is []
        );

    [Fact]
    public void A_late_generator_is_told_with_its_limit() =>
        Assert.Equal(
            ["the load generator was late: p99 12.5 ms, allowed 2.0 ms"],
            Reasons(sample => sample with { LatenessNanoseconds = new(12.5e6, 20e6) })
        );

    [Theory]
    [InlineData(60, 54, true)]
    [InlineData(60, 53, false)]
    [InlineData(54, 60, true)]
    [InlineData(53, 60, false)]
    [InlineData(0, 0, true)]
    public void Littles_law_must_hold_within_a_tenth(double inFlight, double product, bool valid) =>
        Assert.Equal(valid, Reasons(sample => sample with { LittlesLaw = new(inFlight, product) }) is []);

    [Theory]
    [InlineData(0.20, 0.25, 3, true)]
    [InlineData(0.20, 0.25, 3_000, false)]
    [InlineData(0.10, 0.25, 3, false)]
    public void Of_few_in_flight_a_short_window_sees_little(
        double inFlight,
        double product,
        double seconds,
        bool valid
    ) =>
        Assert.Equal(
            valid,
            Reasons(sample =>
                sample with
                {
                    DurationSeconds = seconds,
                    LatencyNanoseconds = new() { Mean = 0.5e6 },
                    LittlesLaw = new(inFlight, product),
                }
            )
                is []
        );

    [Fact]
    public void A_broken_law_is_told_with_both_sides() =>
        Assert.Equal(
            ["Little's law does not hold: 64 in flight, throughput × latency 1.5"],
            Reasons(sample => sample with { LittlesLaw = new(64, 1.5) })
        );

    [Fact]
    public void Every_violation_of_the_invariant_is_a_reason() =>
        Assert.Equal(
            ["incorrect: a product is oversold", "incorrect: order"],
            SampleValidity.Reasons(Samples.Clean, ["a product is oversold", "order"])
        );

    private static List<string> Reasons(Func<Sample, Sample> change) =>
        SampleValidity.Reasons(change(Samples.Clean), []);
}
