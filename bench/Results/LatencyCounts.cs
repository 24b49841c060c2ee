using System.Buffers.Binary;
using System.IO.Compression;
using HdrHistogram;

namespace Bench.Results;

/// <summary>
/// How many operations had which latency, read from the text of a histogram: only what was recorded. A whole histogram has 33,792
/// places, and decoding and walking through all of them once a launch is what a report of thousands of launches would mostly do.
/// </summary>
public sealed class LatencyCounts
{
    private const int Places = 33 * HistogramLayout.HalfOfExact;
    private const int LengthFrom = 4;
    private const int LengthUntil = 8;
    private const int HeaderBytes = 40;

    // Cookie and length of what is packed, then the two bytes of zlib's header.
    private const int BytesBeforePacked = 10;
    private const int LongestWord = 9;

    private static readonly byte[] s_usual = Convert.FromBase64String(
        HistogramText.Encode(HistogramText.NewHistogram())
    );

    private static readonly byte[] s_usualHeader = UsualHeader();

    private readonly (int Place, long Count)[] _counts;

    private LatencyCounts((int Place, long Count)[] counts)
    {
        _counts = counts;
        Total = Sum(counts);
    }

    /// <summary>All operations.</summary>
    public long Total { get; }

    /// <summary>Each latency that was recorded, nanoseconds: the highest that counts as the same, ascending.</summary>
    public IEnumerable<(long Nanoseconds, long Count)> Recorded =>
        _counts.Select(item => (HistogramLayout.HighestAt(item.Place), item.Count));

    /// <summary>Reads what <see cref="HistogramText.Encode"/> wrote; whatever else is a histogram, too, by the library.</summary>
    /// <exception cref="FormatException">The text is not a histogram, or has latencies of more than an hour.</exception>
    public static LatencyCounts Read(string text) =>
        Payload(Convert.FromBase64String(text)) is { } words ? Of(words) : Of(HistogramText.Decode(text));

    /// <summary>The sum of several, as if all had been recorded into one.</summary>
    public static LatencyCounts Sum(IEnumerable<LatencyCounts> parts)
    {
        List<(int Place, long Count)[]> recorded =
        [
            .. parts.Select(part => part._counts).Where(counts => counts.Length > 0),
        ];
        if (recorded.Count == 0)
        {
            return new([]);
        }

        var first = recorded.Min(counts => counts[0].Place);
        var sum = new long[recorded.Max(counts => counts[^1].Place) - first + 1];
        foreach (var counts in recorded)
        {
            foreach (var (place, count) in counts)
            {
                sum[place - first] += count;
            }
        }

        return new([
            .. sum.Index().Where(item => item.Item > 0).Select(item => (first + item.Index, item.Item)),
        ]);
    }

    private static long Sum((int Place, long Count)[] counts)
    {
        try
        {
            return counts.Sum(item => item.Count);
        }
        catch (OverflowException error)
        {
            throw new FormatException("the histogram counts more than there can be", error);
        }
    }

    // The words of a histogram of the suite's own layout; null for whatever else the text may be.
    private static byte[]? Payload(byte[] packed)
    {
        if (!packed.AsSpan().StartsWith(s_usual.AsSpan(0, LengthFrom)) || packed.Length < BytesBeforePacked)
        {
            return null;
        }

        try
        {
            using var unpacked = Unpack(packed);
            if (Header(unpacked) is not { } header || !IsUsual(header))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(
                header.AsSpan(LengthFrom, LengthUntil - LengthFrom)
            );
            if (length is < 0 or > Places * LongestWord)
            {
                return null;
            }

            var words = new byte[length];
            return unpacked.ReadAtLeast(words, length, throwOnEndOfStream: false) == length ? words : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static DeflateStream Unpack(byte[] packed) =>
        new(
            new MemoryStream(packed, BytesBeforePacked, packed.Length - BytesBeforePacked),
            CompressionMode.Decompress
        );

    private static byte[] UsualHeader()
    {
        using var unpacked = Unpack(s_usual);
        return Header(unpacked)!;
    }

    private static byte[]? Header(Stream unpacked)
    {
        var header = new byte[HeaderBytes];
        return unpacked.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes
            ? header
            : null;
    }

    private static bool IsUsual(ReadOnlySpan<byte> header) =>
        header[..LengthFrom].SequenceEqual(s_usualHeader.AsSpan(0, LengthFrom))
        && header[LengthUntil..].SequenceEqual(s_usualHeader.AsSpan(LengthUntil));

    private static LatencyCounts Of(ReadOnlySpan<byte> words)
    {
        var counts = new (int, long)[Walk(words, [])];
        Walk(words, counts);
        return new(counts);
    }

    // A word is a count, or less than 0 for so many empty places. Tells how many counts there are; keeps them where there is room.
    private static int Walk(ReadOnlySpan<byte> words, Span<(int Place, long Count)> counts)
    {
        var (place, found) = (0L, 0);
        while (words.Length > 0 && place < Places)
        {
            var word = Word(ref words);
            if (word > 0)
            {
                if (!counts.IsEmpty)
                {
                    counts[found] = ((int)place, word);
                }

                found++;
            }

            place += word < 0 ? -word : 1;
        }

        return found;
    }

    // ZigZag and LEB128: seven bits a byte, lowest first, the ninth byte whole.
    private static long Word(ref ReadOnlySpan<byte> words)
    {
        var (value, length) = (0UL, 0);
        bool goesOn;
        do
        {
            if (length == words.Length)
            {
                throw new FormatException("the histogram ends within a count");
            }

            var isLast = length == LongestWord - 1;
            goesOn = !isLast && words[length] > 0x7F;
            value |= (ulong)(isLast ? words[length] : words[length] & 0x7F) << (7 * length);
            length++;
        } while (goesOn);
        words = words[length..];
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private static LatencyCounts Of(HistogramBase histogram) =>
        new([
            .. histogram
                .RecordedValues()
                .GroupBy(
                    step => PlaceOf(histogram.LowestEquivalentValue(step.ValueIteratedTo)),
                    step => step.CountAtValueIteratedTo
                )
                .Select(place => (place.Key, place.Sum())),
        ]);

    private static int PlaceOf(long nanoseconds) =>
        HistogramLayout.PlaceOf(nanoseconds) is < Places and var place
            ? place
            : throw new FormatException($"the histogram has a latency of {nanoseconds} ns");
}
