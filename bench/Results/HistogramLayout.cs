using System.Numerics;

namespace Bench.Results;

/// <summary>
/// The buckets that every runtime counts latencies in: those of the suite's HdrHistogram, 1 ns … 1 h to three significant digits, so
/// that histograms of all languages add up exactly.
/// </summary>
public static class HistogramLayout
{
    /// <summary>Number of the layout.</summary>
    public const int Version = 1;

    /// <summary>Highest value that is told apart; what is higher counts as this.</summary>
    public const long Highest = 3_600_000_000_000;

    // Values below this have a bucket each; beyond, the width doubles with the value.
    private const int ExactBits = 11;
    internal const int HalfOfExact = 1 << (ExactBits - 1);

    /// <summary>The bucket of a value, from 0.</summary>
    public static int IndexOf(long value) => PlaceOf(Math.Clamp(value, 1, Highest));

    /// <summary>The lowest value in the bucket of a value.</summary>
    public static long LowestOf(long value) => (value >> ShiftOf(value)) << ShiftOf(value);

    /// <summary>The highest value in the bucket of a value.</summary>
    public static long HighestOf(long value) => LowestOf(value) + (1L << ShiftOf(value)) - 1;

    /// <summary>The same for a value that is told apart however high it is.</summary>
    internal static int PlaceOf(long value) =>
        (ShiftOf(value) * HalfOfExact) + (int)(value >> ShiftOf(value));

    /// <summary>The highest value in a bucket, by its number.</summary>
    internal static long HighestAt(int place)
    {
        var shift = Math.Max(0, (place / HalfOfExact) - 1);
        return ((place - (shift * (long)HalfOfExact) + 1) << shift) - 1;
    }

    private static int ShiftOf(long value) =>
        Math.Max(0, 64 - ExactBits - BitOperations.LeadingZeroCount((ulong)value));
}
