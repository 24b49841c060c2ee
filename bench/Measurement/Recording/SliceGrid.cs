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
    private readonly int[,] _counts = new int[Slices, Bands];
    private long _origin;
    private long _sliceNanoseconds = 1_000_000;

    public void Restart(long origin, long sliceNanoseconds)
    {
        Array.Clear(_counts);
        _origin = origin;
        _sliceNanoseconds = sliceNanoseconds;
    }

    public void Count(long latency, long endedAt)
    {
        var slice = Math.Max(0, endedAt - _origin) / _sliceNanoseconds;
        while (slice >= Slices)
        {
            Coarsen();
            slice /= 2;
        }

        _counts[slice, Band(latency)]++;
    }

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

        return
        [
            .. Enumerable
                .Range(0, Slices)
                .Select(slice => Row(all, slice, length))
                .Where(row => row.Count > 0),
        ];
    }

    /// <summary>Half octaves: 2·log2, from the leading bit and the one half an octave above it.</summary>
    private static int Band(long latency)
    {
        var value = (ulong)Math.Max(1, latency);
        var octave = BitOperations.Log2(value);
        var upperHalf = (UInt128)value * value >= (UInt128)1 << ((2 * octave) + 1) ? 1 : 0;
        return Math.Min(Bands - 1, (2 * octave) + upperHalf);
    }

    private static LatencySlice Row(List<SliceGrid> grids, int slice, long length)
    {
        var bands = new SortedDictionary<int, long>();
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
