using System.Diagnostics.CodeAnalysis;
using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Charts;

/// <summary>An arm's latency over time: the slices of its rounds, one round after the other.</summary>
internal sealed class HeatStrip
{
    private readonly List<LatencySlice> _slices;

    private HeatStrip(List<LatencySlice> slices, List<int> rounds, List<double> edges)
    {
        _slices = slices;
        List<LatencySlice> filled = [.. slices.Where(slice => slice.Bands.Count > 0)];
        LowestBand = filled.Min(slice => slice.Bands.Keys[0]);
        HighestBand = filled.Max(slice => slice.Bands.Keys[^1]);
        Rounds = rounds;
        RoundEdges = edges;
    }

    public IReadOnlyList<int> Rounds { get; }

    /// <summary>Where a new round begins, 0…1 across the strip.</summary>
    public IReadOnlyList<double> RoundEdges { get; }

    public int LowestBand { get; }
    public int HighestBand { get; }

    /// <summary>What one column spans, seconds of the measured window.</summary>
    public double ColumnSeconds => _slices[0].LengthSeconds;

    public static HeatStrip Of(Arm arm)
    {
        var samples = arm
            .Samples.Where(sample => sample.LatencyOverTime.Exists(slice => slice.Count > 0))
            .ToList();
        var longest = samples.Max(sample => sample.LatencyOverTime.Count);
        var empty = new LatencySlice(0, 0, 0, []);
        return new(
            [
                .. samples.SelectMany(sample =>
                    sample.LatencyOverTime.Concat(
                        Enumerable.Repeat(empty, longest - sample.LatencyOverTime.Count)
                    )
                ),
            ],
            [.. samples.Select(sample => sample.Round)],
            [.. Enumerable.Range(1, samples.Count - 1).Select(i => (double)i / samples.Count)]
        );
    }

    /// <summary>The same with neighbouring slices of a round taken together, so that there are at most so many columns.</summary>
    public HeatStrip Merged(int most)
    {
        var each = (int)Math.Ceiling((double)_slices.Count / most);
        return each <= 1
            ? this
            : new(
                [
                    .. _slices
                        .Chunk(_slices.Count / Rounds.Count)
                        .SelectMany(round => round.Chunk(each))
                        .Select(Sum),
                ],
                [.. Rounds],
                [.. RoundEdges]
            );
    }

    /// <summary>
    /// log10 of each band's share of its slice, top band first; not a number where nothing ended, and never below
    /// <paramref name="faintest"/>, so that one slow operation among many is still seen.
    /// </summary>
    [SuppressMessage("Performance", "CA1814", Justification = "ScottPlot's heat map takes a matrix")]
    public double[,] Shares(int lowestBand, int bands, double faintest)
    {
        var shares = new double[bands, _slices.Count];
        for (var column = 0; column < _slices.Count; column++)
        {
            for (var row = 0; row < bands; row++)
            {
                shares[row, column] = double.NaN;
            }

            foreach (var (band, count) in _slices[column].Bands.Where(band => band.Value > 0))
            {
                shares[lowestBand + bands - 1 - band, column] = Math.Max(
                    faintest,
                    Math.Log10((double)count / _slices[column].Count)
                );
            }
        }

        return shares;
    }

    private static LatencySlice Sum(LatencySlice[] slices) =>
        new(
            slices[0].StartSeconds,
            slices.Sum(slice => slice.LengthSeconds),
            slices.Sum(slice => slice.Count),
            new(
                slices
                    .SelectMany(slice => slice.Bands)
                    .GroupBy(band => band.Key)
                    .ToDictionary(band => band.Key, band => band.Sum(counted => counted.Value))
            )
        );
}
