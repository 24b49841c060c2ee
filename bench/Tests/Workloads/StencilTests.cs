using Bench.Workloads;
using CsCheck;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class StencilTests
{
    private static readonly StencilParameters s_small = new()
    {
        Rows = 12,
        Columns = 21,
        Blocks = 3,
        Sweeps = 5,
        ComputeMilliseconds = 1,
    };

    [Fact]
    public void A_sweep_of_the_oracle_is_the_mean_of_four_neighbours_between_a_hot_and_a_cold_edge()
    {
        var plate = new Plate(Rows: 2, Columns: 3, [8, 16, 24, 32, 40, 48]);

        // (8 + 24 + 1 + 40) / 4 and (32 + 48 + 16 + 0) / 4; the sides keep what they have.
        Assert.Equal([8, 18.25, 24, 32, 24, 48], plate.After(1).Cells);
        Assert.Equal([8, 16, 24, 32, 40, 48], plate.Cells);
    }

    [Fact]
    public void However_a_plate_is_cut_its_blocks_are_the_oracles_bit_for_bit() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[3, 40], Gen.Int[1, 6], Gen.Int[0, 9])
            .Sample(
                (rows, columns, blocks, sweeps) =>
                {
                    var lane = Trial.Run(
                        new Scripted((lane, block, step) => lane.Do(block, step))
                        {
                            Parameters = new()
                            {
                                Rows = Math.Max(rows, blocks),
                                Columns = columns,
                                Blocks = blocks,
                                Sweeps = sweeps,
                                ComputeMilliseconds = 0,
                            },
                        }
                    );
                    Assert.Empty(lane.Violations);
                },
                iter: 50
            );

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, block, step) => lane.Do(block, step));

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["sweepMicroseconds"] > 0);
        Assert.True(Trial.OperationsOf(lane).Completed >= 3);
    }

    [Fact]
    public void Counters_that_are_missing_are_absent_with_the_reason()
    {
        var lane = Run((lane, block, step) => lane.Do(block, step));

        foreach (var metric in new[] { "cacheHitFraction", "cacheMissesPerSweep" })
        {
            Assert.True(lane.Metrics.ContainsKey(metric) != lane.AbsentMetrics.ContainsKey(metric), metric);
        }
    }

    [Fact]
    public void A_lane_that_computes_nothing_is_reported() => ReportsWrongResult(Run((_, _, _) => { }));

    [Fact]
    public void A_lane_that_computes_the_first_grid_only_is_reported()
    {
        var computations = 0;
        ReportsWrongResult(
            Run(
                (lane, block, step) =>
                {
                    computations += block + step == 0 ? 1 : 0;
                    if (computations == 1)
                    {
                        lane.Do(block, step);
                    }
                },
                milliseconds: 20
            )
        );
    }

    [Fact]
    public void A_block_left_out_of_one_sweep_is_reported()
    {
        var lane = Run(
            (lane, block, step) =>
            {
                if (block != 1 || step != 3)
                {
                    lane.Do(block, step);
                }
            }
        );

        ReportsWrongResult(lane);
        ReportsTurn(lane);
    }

    [Fact]
    public void A_block_swept_twice_is_reported() =>
        ReportsTurn(
            Run(
                (lane, block, step) =>
                {
                    lane.Do(block, step);
                    if (block == 1 && step == 3)
                    {
                        lane.Do(block, step);
                    }
                }
            )
        );

    [Fact]
    public void A_lane_without_a_barrier_is_reported() =>
        ReportsTurn(
            Run(
                (lane, block, step) =>
                {
                    // Each block runs all its sweeps before the next begins.
                    if (step == 0)
                    {
                        for (var own = 0; own <= s_small.Sweeps; own++)
                        {
                            lane.Do(block, own);
                        }
                    }
                }
            )
        );

    [Fact]
    public void Edges_of_the_wrong_sweep_are_reported() =>
        ReportsWrongResult(
            Run(
                (lane, block, step) =>
                {
                    if (block == 1 && step == 4)
                    {
                        lane.SweepWithOldEdges(block, step);
                    }
                    else
                    {
                        lane.Do(block, step);
                    }
                }
            )
        );

    private static void ReportsWrongResult(Scripted lane) =>
        Reports(lane, "computations whose result is not the oracle's");

    private static void ReportsTurn(Scripted lane) => Reports(lane, "sweeps out of turn");

    private static void Reports(Scripted lane, string violation) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static Scripted Run(Action<Scripted, int, int> advance, int milliseconds = 1) =>
        Trial.Run(new Scripted(advance) { Parameters = s_small with { ComputeMilliseconds = milliseconds } });

    /// <summary>A lane without concurrency: what it does at each block and step is told to it.</summary>
    private sealed class Scripted(Action<Scripted, int, int> advance) : Stencil
    {
        public void Do(int block, int step) => Advance(block, step);

        public void SweepWithOldEdges(int block, int step) =>
            Blocks[block].Sweep(step, Above(block, step - 2), Below(block, step - 2));

        protected override void Compute()
        {
            for (var step = 0; step < Steps; step++)
            {
                for (var block = 0; block < Blocks.Count; block++)
                {
                    advance(this, block, step);
                }
            }
        }
    }
}
