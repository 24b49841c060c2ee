using Bench.Results;
using CsCheck;
using HdrHistogram;
using Xunit;

namespace Bench.Tests.Results;

public sealed class HistogramTextTests
{
    private static readonly Gen<long[]> s_latencies = Gen.Int[0, 41]
        .SelectMany(power => Gen.Long[1, 1L << power])
        .Select(latency => Math.Min(latency, 3_600_000_000_000))
        .Array[0, 100];

    [Fact]
    public void What_is_decoded_is_what_was_encoded() =>
        s_latencies.Sample(latencies =>
            Same(Histogram(latencies), HistogramText.Decode(HistogramText.Encode(Histogram(latencies))))
        );

    [Fact]
    public void Merging_is_as_recording_everything_into_one() =>
        s_latencies
            .Array[0, 5]
            .Sample(
                parts =>
                    Same(
                        Histogram([.. parts.SelectMany(part => part)]),
                        HistogramText.Merge(parts.Select(part => HistogramText.Encode(Histogram(part))))
                    ),
                iter: 30
            );

    [Fact]
    public void The_text_stays_small() =>
        Assert.InRange(
            HistogramText.Encode(Histogram([.. Enumerable.Range(1, 100_000).Select(i => i * 100L)])).Length,
            1,
            20_000
        );

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("")]
    public void What_is_no_histogram_is_refused_as_a_format_error(string text) =>
        Assert.Throws<FormatException>(() => HistogramText.Decode(text));

    private static LongHistogram Histogram(long[] latencies)
    {
        var histogram = HistogramText.NewHistogram();
        Array.ForEach(latencies, histogram.RecordValue);
        return histogram;
    }

    private static bool Same(HistogramBase one, HistogramBase other) =>
        Counts(one).SequenceEqual(Counts(other));

    private static List<(long, long)> Counts(HistogramBase histogram) =>
        [.. histogram.RecordedValues().Select(item => (item.ValueIteratedTo, item.CountAtValueIteratedTo))];
}
