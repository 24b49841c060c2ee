using System.Diagnostics.CodeAnalysis;
using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Charts;

/// <summary>
/// An arm's latency over time: the slices of its rounds, one round after the other. A round has the same number of columns in all
/// of it, and none of the arm's own where the arm has no sample of that round or its window ended sooner.
/// </summary>
internal sealed class HeatStrip
{
    private readonly List<LatencySlice?> _slices;

    private HeatStrip(List<LatencySlice?> slices, IReadOnlyList<int> rounds)
    {
        _slices = slices;
        List<LatencySlice> filled = [.. slices.OfType<LatencySlice>().Where(slice => slice.Bands.Count > 0)];
        LowestBand = filled.Min(slice => slice.Bands.Keys[0]);
        HighestBand = filled.Max(slice => slice.Bands.Keys[^1]);
        ColumnSeconds = slices.OfType<LatencySlice>().Max(slice => slice.LengthSeconds);
        Rounds = rounds;
    }

    public IReadOnlyList<int> Rounds { get; }

    /// <summary>Where a new round begins, 0…1 across the strip.</summary>
    public IEnumerable<double> RoundEdges =>
        Enumerable.Range(1, Rounds.Count - 1).Select(i => (double)i / Rounds.Count);

    public int LowestBand { get; }
    public int HighestBand { get; }

    /// <summary>What one column spans, seconds of the measured window.</summary>
    public double ColumnSeconds { get; }

    /// <summary>What a round spans, seconds.</summary>
    public double RoundSeconds => ColumnSeconds * ColumnsPerRound;

    public int ColumnsPerRound => _slices.Count / Rounds.Count;

    /// <summary>Rounds in which one of the arms has latency over time, in order: what strips beside each other have room for.</summary>
    public static IReadOnlyList<int> RoundsOf(IEnumerable<Arm> arms) =>
        [.. arms.SelectMany(Samples).Select(sample => sample.Round).Distinct().Order()];

    /// <param name="arm">The arm, with latency over time.</param>
    /// <param name="rounds">Rounds that the strip has room for, its own among them, in order.</param>
    public static HeatStrip Of(Arm arm, IReadOnlyList<int> rounds)
    {
        var samples = Samples(arm).ToLookup(sample => sample.Round, sample => sample.LatencyOverTime);
        var longest = samples.SelectMany(round => round).Max(slices => slices.Count);
        return new(
            [
                .. rounds.SelectMany(round =>
                {
                    var slices = samples[round].FirstOrDefault([]);
                    return slices.Concat(Enumerable.Repeat<LatencySlice?>(null, longest - slices.Count));
                }),
            ],
            rounds
        );
    }

    /// <summary>The same with neighbouring slices of a round taken together, so that there are at most so many columns.</summary>
    public HeatStrip Merged(int most)
    {
        var each = (int)Math.Ceiling((double)_slices.Count / most);
        return each <= 1
            ? this
            : new(
                [.. _slices.Chunk(ColumnsPerRound).SelectMany(round => round.Chunk(each)).Select(Sum)],
                Rounds
            );
    }

    /// <summary>True where the arm was not measured: its window had ended, or it has no sample of the round.</summary>
    public bool IsBlank(int column) => _slices[column] is null;

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

            if (_slices[column] is not { } slice)
            {
                continue;
            }

            foreach (var (band, count) in slice.Bands.Where(band => band.Value > 0))
            {
                shares[lowestBand + bands - 1 - band, column] = Math.Max(
                    faintest,
                    Math.Log10((double)count / slice.Count)
                );
            }
        }

        return shares;
    }

    private static IEnumerable<Sample> Samples(Arm arm) =>
        arm.Samples.Where(sample => sample.LatencyOverTime.Exists(slice => slice.Count > 0));

    private static LatencySlice? Sum(LatencySlice?[] slices)
    {
        List<LatencySlice> measured = [.. slices.OfType<LatencySlice>()];
        if (measured.Count == 0)
        {
            return null;
        }

        var bands = new SortedList<int, long>();
        foreach (var (band, count) in measured.SelectMany(slice => slice.Bands))
        {
            bands[band] = bands.GetValueOrDefault(band) + count;
        }

        return new(
            measured[0].StartSeconds,
            measured.Sum(slice => slice.LengthSeconds),
            measured.Sum(slice => slice.Count),
            bands
        );
    }
}
