using Bench.Measurement.Recording;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Recording;

public sealed class LatencyQuantilesTests
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "p50")]
    [InlineData(9, "p50")]
    [InlineData(10, "p50 p90")]
    [InlineData(20, "p50 p90 p95")]
    [InlineData(99, "p50 p90 p95")]
    [InlineData(100, "p50 p90 p95 p99")]
    [InlineData(999, "p50 p90 p95 p99")]
    [InlineData(1_000, "p50 p90 p95 p99 p99.9")]
    public void A_quantile_is_left_out_when_the_sample_is_too_small_for_it(int operations, string expected)
    {
        var summary = Summary(operations);
        var present = new[]
        {
            (summary.P50, "p50"),
            (summary.P90, "p90"),
            (summary.P95, "p95"),
            (summary.P99, "p99"),
            (summary.P999, "p99.9"),
        };

        Assert.Equal(
            expected,
            string.Join(' ', present.Where(item => item.Item1 is not null).Select(item => item.Item2))
        );
    }

    [Fact]
    public void Quantiles_are_within_the_histograms_precision()
    {
        var summary = Summary(100_000);

        Assert.Equal(50e6, summary.P50!.Value, 50e6 / 1_000);
        Assert.Equal(99e6, summary.P99!.Value, 99e6 / 1_000);
        Assert.Equal(99.9e6, summary.P999!.Value, 99.9e6 / 1_000);
        Assert.Equal(100e6, summary.Max!.Value, 100e6 / 1_000);
        Assert.Equal(100_000, summary.Count);
    }

    [Fact]
    public void Nothing_measured_has_no_latency_at_all() => Assert.Equal(new LatencySummary(), Summary(0));

    /// <summary>Latencies of 1 µs, 2 µs, 3 µs …</summary>
    private static LatencySummary Summary(int operations)
    {
        var histogram = HistogramText.NewHistogram();
        for (var i = 1; i <= operations; i++)
        {
            histogram.RecordValue(i * 1_000L);
        }

        return LatencyQuantiles.Of(histogram, mean: 1);
    }
}
