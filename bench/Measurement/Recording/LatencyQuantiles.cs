using Bench.Results;
using HdrHistogram;

namespace Bench.Measurement.Recording;

/// <summary>Summarises a histogram, leaving out the quantiles that it is too small to hold.</summary>
public static class LatencyQuantiles
{
    public static LatencySummary Of(HistogramBase histogram, double mean) =>
        histogram.TotalCount == 0
            ? new LatencySummary()
            : new LatencySummary
            {
                Count = histogram.TotalCount,
                Mean = mean,
                P50 = At(histogram, 50),
                P90 = At(histogram, 90),
                P95 = At(histogram, 95),
                P99 = At(histogram, 99),
                P999 = At(histogram, 99.9),
                Max = histogram.GetValueAtPercentile(100),
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
