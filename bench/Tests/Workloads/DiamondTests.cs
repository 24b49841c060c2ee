using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class DiamondTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, item) => lane.Join(item));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed >= 3 * lane.Parameters.BurstItems);
        Assert.True(operations.AddUp);
        Assert.Equal(1, lane.Metrics["mostItemsUnderWay"]);
        Assert.True(lane.Metrics["burstMicroseconds"] > 0);
    }

    [Fact]
    public void Parts_may_come_in_any_order_of_branches() =>
        Assert.Empty(
            Run((lane, item) => lane.Join(DiamondPart.Of(item, 1), DiamondPart.Of(item, 0))).Violations
        );

    [Fact]
    public void A_lost_item_is_reported_and_the_operations_do_not_add_up()
    {
        var lane = Run(
            (lane, item) =>
            {
                if (item.Number != 7)
                {
                    lane.Join(item);
                }
            }
        );

        Reports(lane, "items lost");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_item_joined_twice_is_reported() =>
        Reports(
            Run(
                (lane, item) =>
                {
                    lane.Join(item);
                    if (item.Number == 7)
                    {
                        lane.Join(item);
                    }
                }
            ),
            "items joined twice"
        );

    [Fact]
    public void Items_out_of_order_are_reported()
    {
        HandoffItem? held = null;
        Reports(
            Run(
                (lane, item) =>
                {
                    if (item.Number == 7)
                    {
                        held = item;
                        return;
                    }

                    lane.Join(item);
                    if (held is { } late)
                    {
                        lane.Join(late);
                        held = null;
                    }
                }
            ),
            "items joined out of order"
        );
    }

    [Fact]
    public void Parts_of_different_items_are_reported() =>
        Reports(
            Run(
                (lane, item) =>
                    lane.Join(
                        DiamondPart.Of(item, 0),
                        DiamondPart.Of(item with { Number = item.Number + 1 }, 1)
                    )
            ),
            "joins of parts that do not belong together"
        );

    [Fact]
    public void A_branch_that_is_missing_is_reported() =>
        Reports(
            Run((lane, item) => lane.Join(DiamondPart.Of(item, 0), DiamondPart.Of(item, 0))),
            "joins of parts that do not belong together"
        );

    [Fact]
    public void Items_of_another_burst_are_reported() =>
        Reports(
            Run((lane, item) => lane.Join(item with { Burst = item.Burst - 1 })),
            "joins of parts that do not belong together"
        );

    [Fact]
    public void A_part_that_no_branch_made_is_reported() =>
        Reports(
            Run(
                (lane, item) => lane.Join(DiamondPart.Of(item, 0), DiamondPart.Of(item, 1) with { Value = 1 })
            ),
            "parts that are not what their branch makes of the item"
        );

    [Fact]
    public void More_items_under_way_than_the_bound_are_reported()
    {
        var held = new List<HandoffItem>();
        Reports(
            Run(
                (lane, item) =>
                {
                    held.Add(item);
                    if (held.Count == 12)
                    {
                        held.ForEach(lane.Join);
                        held.Clear();
                    }
                }
            ),
            "more items under way at once (12) than waiting and in hand may be (11)"
        );
    }

    private static OneByOne Run(Action<OneByOne, HandoffItem> handOn) =>
        Trial.Run(
            new OneByOne(handOn)
            {
                Parameters = new()
                {
                    Capacity = 4,
                    BurstItems = 420,
                    PlayMilliseconds = 1,
                },
            }
        );

    private static void Reports(OneByOne lane, string violation) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    /// <summary>A lane without concurrency: what it does with an item is told to it.</summary>
    private sealed class OneByOne(Action<OneByOne, HandoffItem> handOn) : Diamond
    {
        public void Join(HandoffItem item) => Join(DiamondPart.Of(item, 0), DiamondPart.Of(item, 1));

        public void Join(params ReadOnlySpan<DiamondPart> parts) => Joint.Join(parts);

        protected override void Open() { }

        protected override void Burst()
        {
            while (Source.TryOffer(out var item))
            {
                handOn(this, item);
            }
        }

        protected override void Close() { }
    }
}
