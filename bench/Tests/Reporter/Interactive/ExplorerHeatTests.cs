using Bench.Analysis;
using Bench.Reporter.Interactive;
using Bench.Results;
using Bench.Tests.Analysis;
using Xunit;

namespace Bench.Tests.Reporter.Interactive;

public sealed class ExplorerHeatTests
{
    [Fact]
    public void A_character_stands_for_the_share_of_a_moment_that_a_band_has()
    {
        var heat = Heat(
            rounds: 1,
            new LatencySlice(0, 0.5, 1_000, new() { [20] = 999, [22] = 1 }),
            new LatencySlice(0.5, 0.5, 0, [])
        );

        Assert.Equal(20, heat.LowestBand);
        Assert.Equal(0.5, heat.ColumnSeconds);
        Assert.Equal(["9 ", "  ", "1 "], heat.Bands);
    }

    [Fact]
    public void Long_runs_are_taken_together_and_a_rare_stall_is_still_seen()
    {
        var calm = Enumerable
            .Range(0, 49)
            .Select(i => new LatencySlice(i, 1, 10_000, new() { [20] = 10_000 }));
        var heat = Heat(
            rounds: 10,
            [.. calm, new LatencySlice(49, 1, 10_000, new() { [20] = 9_999, [30] = 1 })]
        );

        Assert.Equal(10, heat.Rounds.Count);
        Assert.All(heat.Bands, cells => Assert.Equal(170, cells.Length));
        Assert.Equal(3, heat.ColumnSeconds);
        Assert.Equal(10, heat.Bands[^1].Count(cell => cell == '1'));
    }

    [Fact]
    public void A_column_belongs_to_its_round_and_what_was_not_measured_is_marked()
    {
        LatencySlice slice = new(0, 0.5, 1, new() { [20] = 1 });
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks")]),
            [Sample(1, slice, slice), Sample(3, slice)]
        );

        var heat = ExplorerHeat.Of(run.Scenarios.Single().Arms.Single(), [1, 2, 3]);

        Assert.Equal(["99..9."], heat.Bands);
        Assert.Equal([1, 2, 3], heat.Rounds);
    }

    private static Sample Sample(int round, params LatencySlice[] slices) =>
        Runs.Sample("tasks", 0, round, 100) with
        {
            LatencyOverTime = [.. slices],
        };

    private static ExplorerHeat Heat(int rounds, params LatencySlice[] slices)
    {
        var run = RunAnalysis.Of(
            Runs.Manifest([Runs.Case("tasks")]),
            [.. Enumerable.Range(1, rounds).Select(round => Sample(round, slices))]
        );
        return ExplorerHeat.Of(run.Scenarios.Single().Arms.Single(), [.. Enumerable.Range(1, rounds)]);
    }
}
