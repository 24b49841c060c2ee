using Bench.Results;
using CsCheck;
using HdrHistogram;
using Xunit;

namespace Bench.Tests.Results;

/// <summary>What is read from a histogram's text is what the library finds in it.</summary>
public sealed class LatencyCountsTests
{
    private static readonly Gen<long[]> s_latencies = Gen.Int[0, 40]
        .SelectMany(power => Gen.Long[0, 1L << power])
        .Array[0, 200];

    [Fact]
    public void Latencies_and_counts_are_those_of_the_library() =>
        s_latencies.Sample(latencies =>
        {
            var histogram = Histogram(latencies);
            var counts = LatencyCounts.Read(HistogramText.Encode(histogram));

            Assert.Equal(ByLibrary(histogram), counts.Recorded);
            Assert.Equal(histogram.TotalCount, counts.Total);
        });

    [Fact]
    public void The_sum_is_that_of_the_library() =>
        s_latencies
            .Array[0, 5]
            .Sample(
                parts =>
                {
                    string[] texts = [.. parts.Select(part => HistogramText.Encode(Histogram(part)))];

                    Assert.Equal(
                        ByLibrary(HistogramText.Merge(texts)),
                        LatencyCounts.Sum(texts.Select(LatencyCounts.Read)).Recorded
                    );
                },
                iter: 30
            );

    [Fact]
    public void Large_counts_are_read_whole()
    {
        var histogram = HistogramText.NewHistogram();
        histogram.RecordValueWithCount(7, 300);
        histogram.RecordValueWithCount(5_000, 1L << 40);
        histogram.RecordValueWithCount(3_000_000_000_000, 1L << 58);

        var text = HistogramText.Encode(histogram);

        Assert.Equal(ByLibrary(HistogramText.Decode(text)), LatencyCounts.Read(text).Recorded);
    }

    [Fact]
    public void A_histogram_of_another_layout_is_read_too()
    {
        var histogram = new LongHistogram(1, 10_000_000, 2);
        histogram.RecordValue(20);
        histogram.RecordValue(20);
        histogram.RecordValue(7_000);

        var counts = LatencyCounts.Read(HistogramText.Encode(histogram)).Recorded.ToList();

        Assert.Equal((20, 2), counts[0]);
        Assert.InRange(counts[1].Nanoseconds, 6_900, 7_100);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("")]
    public void What_is_no_histogram_is_refused(string text) =>
        Assert.Throws<FormatException>(() => LatencyCounts.Read(text));

    [Fact]
    public void A_damaged_text_is_refused_or_read_but_never_breaks_the_reader() =>
        Gen.Select(Gen.Int[0, 200], Gen.Byte)
            .Sample(
                (at, value) =>
                {
                    var bytes = Convert.FromBase64String(
                        HistogramText.Encode(Histogram([.. Enumerable.Range(1, 300).Select(i => i * 977L)]))
                    );
                    bytes[at % bytes.Length] = value;
                    var error = Record.Exception(() => LatencyCounts.Read(Convert.ToBase64String(bytes)));
                    Assert.True(error is null or FormatException, $"{error}");
                }
            );

    private static LongHistogram Histogram(long[] latencies)
    {
        var histogram = HistogramText.NewHistogram();
        Array.ForEach(latencies, histogram.RecordValue);
        return histogram;
    }

    private static List<(long, long)> ByLibrary(HistogramBase histogram) =>
        [.. histogram.RecordedValues().Select(step => (step.ValueIteratedTo, step.CountAtValueIteratedTo))];
}
