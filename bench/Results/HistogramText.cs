using HdrHistogram;
using HdrHistogram.Utilities;

namespace Bench.Results;

/// <summary>HdrHistogram V2, compressed, as base64 text: the form kept in samples.</summary>
public static class HistogramText
{
    /// <summary>The layout every histogram of the suite has: 1 ns … 1 h, three significant digits.</summary>
    public static LongHistogram NewHistogram() => new(1, TimeSpan.FromHours(1).Ticks * 100, 3);

    public static string Encode(HistogramBase histogram)
    {
        var buffer = ByteBuffer.Allocate(histogram.GetNeededByteBufferCapacity());
        var length = histogram.EncodeIntoCompressedByteBuffer(buffer);
        buffer.Position = 0;
        return Convert.ToBase64String([.. Enumerable.Range(0, length).Select(_ => buffer.Get())]);
    }

    /// <exception cref="FormatException">The text is not a histogram.</exception>
    public static HistogramBase Decode(string text)
    {
        try
        {
            var buffer = ByteBuffer.Allocate(Convert.FromBase64String(text));
            return HistogramEncoding.DecodeFromCompressedByteBuffer(buffer, 0);
        }
        catch (Exception error) when (error is not FormatException)
        {
            throw new FormatException("the histogram cannot be decoded", error);
        }
    }

    /// <summary>The sum of several histograms, as if all had been recorded into one.</summary>
    public static LongHistogram Merge(IEnumerable<string> texts)
    {
        var merged = NewHistogram();
        foreach (var text in texts)
        {
            merged.Add(Decode(text));
        }

        return merged;
    }
}
