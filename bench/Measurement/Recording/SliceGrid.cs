using System.Numerics;
using Bench.Results;

namespace Bench.Measurement.Recording;

/// <summary>
/// Counts by time slice and by latency band of half an octave: the picture of stalls. The slice length
/// doubles, and neighbours join, whenever the grid is full, so it holds any window in fixed memory.
/// </summary>
internal sealed class SliceGrid
{
    public const int Slices = 64;
    private const int Bands = 84;

    // 2^63.5, rounded down.
    private const ulong HalfOctave = 0xB504F333F9DE6484;
    private readonly int[,] _counts = new int[Slices, Bands];
    private long _origin;
    private long _sliceNanoseconds = 1_000_000;

    public void Restart(long origin, long sliceNanoseconds)
    {
        Array.Clear(_counts);
        _origin = origin;
        _sliceNanoseconds = sliceNanoseconds;
    }

    /// <summary>
    /// Counts an operation in the slice in which it was meant to start: every operation of the window has its place
    /// in the window, however late it ended, so that the first and the last slices are as full as the others.
    /// </summary>
    public void Continue(long origin) => _origin = origin;

    public void Count(long startedAt, long latency)
    {
        var slice = Math.Max(0, startedAt - _origin) / _sliceNanoseconds;
        while (slice >= Slices)
        {
            Coarsen();
            slice /= 2;
        }

        _counts[slice, Band(latency)]++;
    }

    /// <summary>All slices up to the last that is not empty, the empty ones of a stall included.</summary>
    public static List<LatencySlice> Merge(IEnumerable<SliceGrid> grids)
    {
        var all = grids.ToList();
        var length = all.Max(grid => grid._sliceNanoseconds);
        foreach (var grid in all)
        {
            while (grid._sliceNanoseconds < length)
            {
                grid.Coarsen();
            }
        }

        var rows = Enumerable.Range(0, Slices).Select(slice => Row(all, slice, length)).ToList();
        return [.. rows.Take(rows.FindLastIndex(row => row.Count > 0) + 1)];
    }

    /// <summary>Half octaves: 2·log2, from the leading bit and the one half an octave above it.</summary>
    private static int Band(long latency)
    {
        var value = (ulong)Math.Max(1, latency);
        var leadingZeros = BitOperations.LeadingZeroCount(value);
        var upperHalf = value << leadingZeros > HalfOctave ? 1 : 0;
        return Math.Min(Bands - 1, (2 * (63 - leadingZeros)) + upperHalf);
    }

    private static LatencySlice Row(List<SliceGrid> grids, int slice, long length)
    {
        var bands = new SortedList<int, long>();
        for (var band = 0; band < Bands; band++)
        {
            var count = grids.Sum(grid => (long)grid._counts[slice, band]);
            if (count > 0)
            {
                bands[band] = count;
            }
        }

        return new LatencySlice(slice * length / 1e9, length / 1e9, bands.Values.Sum(), bands);
    }

    private void Coarsen()
    {
        for (var slice = 0; slice < Slices; slice++)
        {
            for (var band = 0; band < Bands; band++)
            {
                var pair = slice < Slices / 2 ? _counts[2 * slice, band] + _counts[(2 * slice) + 1, band] : 0;
                _counts[slice, band] = pair;
            }
        }

        _sliceNanoseconds *= 2;
    }
}
