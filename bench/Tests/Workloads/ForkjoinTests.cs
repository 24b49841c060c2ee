using Bench.Measurement.Hosting;
using Bench.Workloads;
using CsCheck;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ForkjoinTests
{
    [Theory]
    [InlineData(1_000_000, 1, 1_111_111)]
    [InlineData(1_000_000, 1_000, 1_111)]
    [InlineData(1_000, 10, 111)]
    [InlineData(7, 10, 1)]
    public void The_oracle_sums_every_leaf_and_counts_every_node(
        long leaves,
        long leavesPerUnit,
        long units
    ) =>
        Assert.Equal(
            new Subtotal(leaves * (leaves - 1) / 2, units),
            new LeafRange(0, leaves, leavesPerUnit).SumSequentially()
        );

    [Fact]
    public void The_parts_of_a_range_are_the_range() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[10, 1_000_000])
            .Sample(
                (first, count) =>
                {
                    var next = first;
                    for (var part = 0; part < LeafRange.Parts; part++)
                    {
                        var range = new LeafRange(first, count, 1).Part(part);
                        Assert.Equal(next, range.First);
                        next += range.Count;
                    }

                    Assert.Equal(first + count, next);
                }
            );

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, root) => lane.Recurse(root));

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["unitsPerSecond"] > 0);
        Assert.Equal(0, lane.Units.Created % 11);
        Assert.True(Trial.OperationsOf(lane).Completed >= 3 * lane.Parameters.Trees);
    }

    [Fact]
    public void A_wrong_sum_is_reported() =>
        Assert.Contains(
            Run((lane, root) => lane.Recurse(root) + new Subtotal(Sum: 1, Units: 0)).Violations,
            text => text.StartsWith("trees with a wrong sum", StringComparison.Ordinal)
        );

    [Fact]
    public void A_subtotal_that_counts_too_few_units_is_reported() =>
        Assert.Contains(
            Run((lane, root) => lane.Recurse(root) + new Subtotal(Sum: 0, Units: -1)).Violations,
            text => text.StartsWith("trees with a wrong number of units", StringComparison.Ordinal)
        );

    [Fact]
    public void Units_that_are_counted_but_never_started_are_reported() =>
        Assert.Contains(
            Run((_, root) => root.SumSequentially()).Violations,
            text => text.StartsWith("units that started", StringComparison.Ordinal)
        );

    [Fact]
    public void Trees_of_more_units_than_threads_can_be_are_listed_out_of_their_reach_with_the_reason()
    {
        var full = Lanes
            .Of(typeof(Bench.Threads.Forkjoin).Assembly)
            .Single(lane => lane.Workload.Id == "forkjoin")
            .Cases(Presets.Full)
            .ToList();

        Assert.Contains(full, item => item.OutOfReach is null && item.Case.Parameters["leaves"] == "1000000");
        Assert.Equal(
            2,
            full.Count(item => item.OutOfReach?.Contains("8000 threads", StringComparison.Ordinal) ?? false)
        );
    }

    private static ScriptedForkjoin Run(Func<ScriptedForkjoin, LeafRange, Subtotal> build) =>
        Trial.Run(
            new ScriptedForkjoin(build)
            {
                Parameters = new()
                {
                    Leaves = 100,
                    Trees = 3,
                    BuildMilliseconds = 1,
                },
            }
        );

    private sealed class ScriptedForkjoin(Func<ScriptedForkjoin, LeafRange, Subtotal> build) : Forkjoin
    {
        public Subtotal Recurse(LeafRange range)
        {
            using var unit = Units.Enter();
            return range.IsLowest
                ? range.Sum()
                : Enumerable
                    .Range(0, LeafRange.Parts)
                    .Select(part => Recurse(range.Part(part)))
                    .Aggregate(Subtotal.OfForkingUnit, Subtotal.Add);
        }

        protected override Subtotal Build(LeafRange root) => build(this, root);
    }
}
