using Bench.Measurement.Recording;
using Bench.Results;
using CsCheck;
using Xunit;

namespace Bench.Tests.Measurement.Recording;

public sealed class SliceGridTests
{
    private const long Millisecond = 1_000_000;

    private static readonly Gen<(long Start, long Latency)[]> s_operations = Gen.Select(
        Gen.Long[0, 1_000 * Millisecond],
        Gen.Int[0, 42].Select(Gen.Long[0, 1_000_000], (power, extra) => (1L << power) + extra)
    ).Array[0, 200];

    [Fact]
    public void Operations_are_counted_in_the_slice_in_which_they_were_meant_to_start()
    {
        var grid = Grid([(0, 1), (9, 1), (10, 1), (31, 25)]);

        Assert.Equal(
            [(0, 2), (0.01, 1), (0.02, 0), (0.03, 1)],
            SliceGrid.Merge([grid]).Select(slice => (slice.StartSeconds, slice.Count))
        );
    }

    [Fact]
    public void Whatever_its_length_a_window_keeps_all_its_operations() =>
        s_operations.Sample(operations =>
        {
            var slices = SliceGrid.Merge([Fill(operations, sliceNanoseconds: 100_000)]);
            return slices.Sum(slice => slice.Count) == operations.Length
                && slices.All(slice => slice.Count == slice.Bands.Values.Sum())
                && slices.Count <= SliceGrid.Slices;
        });

    [Fact]
    public void A_grid_that_was_coarsened_is_as_one_that_was_coarse_from_the_start() =>
        s_operations.Sample(operations =>
        {
            var fine = SliceGrid.Merge([Fill(operations, 500_000)]);
            return fine.Count == 0
                || Same(fine, Fill(operations, (long)Math.Round(fine[0].LengthSeconds * 1e9)));
        });

    [Fact]
    public void Grids_of_several_workers_merge_into_what_one_would_have_counted() =>
        Gen.Select(s_operations, s_operations)
            .Sample(
                (one, other) =>
                    Same(
                        SliceGrid.Merge([Fill(one, 500_000), Fill(other, 500_000)]),
                        Fill([.. one, .. other], 500_000)
                    )
            );

    [Fact]
    public void Every_latency_is_within_the_borders_of_its_band() =>
        s_operations.Sample(operations =>
            operations.All(operation =>
            {
                var band = SliceGrid.Merge([Fill([operation], Millisecond)])[^1].Bands.Keys.Single();
                var power = 2 * Math.Log2(operation.Latency);
                return band <= power + 1e-9 && (power - 1e-9 < band + 1 || band == 83);
            })
        );

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(6, 5)]
    [InlineData(1_448_154_687, 60)]
    [InlineData(1_518_500_249, 60)]
    [InlineData(1_518_500_250, 61)]
    [InlineData(long.MaxValue, 83)]
    public void Bands_are_half_octaves(long latency, int band) =>
        Assert.Equal(band, SliceGrid.Merge([Fill([(0, latency)], Millisecond)])[0].Bands.Keys.Single());

    private static SliceGrid Grid((long Start, long Latency)[] milliseconds) =>
        Fill(
            [.. milliseconds.Select(item => (item.Start * Millisecond, item.Latency * Millisecond))],
            10 * Millisecond
        );

    private static SliceGrid Fill((long Start, long Latency)[] operations, long sliceNanoseconds)
    {
        const long Origin = 77;
        var grid = new SliceGrid();
        grid.Restart(Origin, sliceNanoseconds);
        foreach (var (start, latency) in operations)
        {
            grid.Count(Origin + start, latency);
        }

        return grid;
    }

    private static bool Same(List<LatencySlice> slices, SliceGrid grid)
    {
        var others = SliceGrid.Merge([grid]);
        return slices.Count == others.Count
            && slices
                .Zip(others)
                .All(pair =>
                    pair.First with { Bands = pair.Second.Bands } == pair.Second
                    && pair.First.Bands.SequenceEqual(pair.Second.Bands)
                );
    }
}
