using Bench.Results;
using CsCheck;
using Xunit;

namespace Bench.Tests.Results;

/// <summary>The buckets of the protocol are those of the suite's histogram.</summary>
public sealed class HistogramLayoutTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2_047, 2_047, 2_047)]
    [InlineData(2_048, 2_048, 2_048)]
    [InlineData(4_095, 3_071, 4_094)]
    [InlineData(4_096, 3_072, 4_096)]
    [InlineData(1_000_001, 11_169, 999_936)]
    [InlineData(3_600_000_000_000, 33_420, 3_599_182_594_048)]
    public void The_vectors_of_the_document_hold(long value, int bucket, long lowest)
    {
        Assert.Equal(bucket, HistogramLayout.IndexOf(value));
        Assert.Equal(lowest, HistogramLayout.LowestOf(value));
    }

    [Fact]
    public void A_bucket_counts_what_the_suites_own_histogram_counts_in_one()
    {
        Gen.Int[0, 40]
            .SelectMany(bits => Gen.Long[1L << bits, Math.Min((2L << bits) - 1, HistogramLayout.Highest)])
            .Sample(value =>
            {
                var histogram = HistogramText.NewHistogram();
                histogram.RecordValue(value);
                var (lowest, highest) = (HistogramLayout.LowestOf(value), HistogramLayout.HighestOf(value));
                return histogram.GetCountAtValue(lowest) == 1
                    && histogram.GetCountAtValue(highest) == 1
                    && histogram.GetCountAtValue(highest + 1) == 0
                    && (lowest == 1 || histogram.GetCountAtValue(lowest - 1) == 0);
            });
    }
}
