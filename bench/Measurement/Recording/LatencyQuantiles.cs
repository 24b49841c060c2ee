using Bench.Results;
using HdrHistogram;

namespace Bench.Measurement.Recording;

/// <summary>Summarises a histogram, leaving out the quantiles that it is too small to hold.</summary>
public static class LatencyQuantiles
{
    /// <param name="histogram">The latencies.</param>
    /// <param name="mean">Their exact mean, nanoseconds.</param>
    /// <param name="unit">Nanoseconds that a value of the histogram stands for.</param>
    public static LatencySummary Of(HistogramBase histogram, double mean, int unit = 1) =>
        histogram.TotalCount == 0
            ? new LatencySummary()
            : new LatencySummary
            {
                Count = histogram.TotalCount,
                Mean = mean,
                P50 = unit * At(histogram, 50),
                P90 = unit * At(histogram, 90),
                P95 = unit * At(histogram, 95),
                P99 = unit * At(histogram, 99),
                P999 = unit * At(histogram, 99.9),
                Max = unit * histogram.GetValueAtPercentile(100),
            };

    /// <summary>Mean and maximum only, where operations are no sample of what callers met.</summary>
    public static LatencySummary WithoutQuantiles(HistogramBase histogram, double mean) =>
        histogram.TotalCount == 0
            ? new LatencySummary()
            : new LatencySummary
            {
                Count = histogram.TotalCount,
                Mean = mean,
                Max = histogram.GetValueAtPercentile(100),
            };

    // A quantile q needs 1/(1 − q) operations before one of them lies beyond it.
    private static double? At(HistogramBase histogram, double percentile) =>
        histogram.TotalCount * (100 - percentile) / 100 >= 1 - 1e-9
            ? histogram.GetValueAtPercentile(percentile)
            : null;
}
