using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class HandoffTests
{
    [Fact]
    public void A_producer_offers_its_share_in_order()
    {
        var producer = new HandoffProducer(id: 2, share: 3);
        producer.Begin(burst: 5);
        var items = Offers(producer);

        Assert.Equal(
            [(5, 2, 0), (5, 2, 1), (5, 2, 2)],
            items.Select(item => (item.Burst, item.Producer, item.Number))
        );
        Assert.Equal(items.Select(item => item.OfferedAt).Order(), items.Select(item => item.OfferedAt));
        Assert.False(producer.TryOffer(out _));
    }

    [Fact]
    public void The_most_under_way_at_once_is_counted_from_offers_and_takings()
    {
        Assert.Equal(0, MostAtOnce([], []));
        Assert.Equal(1, MostAtOnce([0, 10, 20], [10, 20, 30]));
        Assert.Equal(2, MostAtOnce([0, 9, 20], [10, 20, 30]));
        Assert.Equal(3, MostAtOnce([0, 1, 2, 10], [8, 9, 10, 11]));
    }

    [Fact]
    public void Times_of_several_producers_and_consumers_are_merged_and_those_of_the_last_burst_forgotten()
    {
        var timeline = new HandoffTimeline(producers: 2, consumers: 2);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            timeline.Clear();
            timeline.Offered(0, 0);
            timeline.Offered(0, 6);
            timeline.Offered(1, 2);
            timeline.Offered(1, 3);
            timeline.Taken(0, 5);
            timeline.Taken(0, 7);
            timeline.Taken(1, 5);
            timeline.Taken(1, 8);

            Assert.Equal(3, timeline.MostAtOnce());
        }
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, item) => lane.Take(item));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed >= 3 * lane.Parameters.BurstItems);
        Assert.True(operations.AddUp);
        Assert.Equal(1, lane.Metrics["mostItemsUnderWay"]);
        Assert.True(lane.Metrics["burstMicroseconds"] > 0);
    }

    [Fact]
    public void A_lost_item_is_reported_and_the_operations_do_not_add_up()
    {
        var lane = Run(
            (lane, item) =>
            {
                if (item.Number != 7)
                {
                    lane.Take(item);
                }
            }
        );

        Reports(lane, "items lost");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_item_taken_twice_is_reported() =>
        Reports(
            Run(
                (lane, item) =>
                {
                    lane.Take(item);
                    if (item.Number == 7)
                    {
                        lane.Take(item, consumer: 1);
                    }
                }
            ),
            "items taken twice"
        );

    [Fact]
    public void Items_of_one_producer_out_of_order_are_reported()
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

                    lane.Take(item);
                    if (held is { } late)
                    {
                        lane.Take(late);
                        held = null;
                    }
                }
            ),
            "items that another of their producer overtook"
        );
    }

    [Fact]
    public void Items_of_different_producers_may_overtake_each_other() =>
        Assert.Empty(Run((lane, item) => lane.Take(item), lastProducerFirst: true).Violations);

    [Fact]
    public void An_item_of_another_burst_is_reported() =>
        Reports(
            Run((lane, item) => lane.Take(item with { Burst = item.Burst - 1 })),
            "items of another burst"
        );

    [Fact]
    public void More_items_waiting_than_the_capacity_are_reported()
    {
        var held = new List<HandoffItem>();
        Reports(
            Run(
                (lane, item) =>
                {
                    held.Add(item);
                    if (held.Count == 21)
                    {
                        held.ForEach(lane.Take);
                        held.Clear();
                    }
                }
            ),
            "more items under way at once (21) than waiting and in hand may be (20)"
        );
    }

    [Fact]
    public void A_bound_that_only_the_first_burst_breaks_is_reported()
    {
        var held = new List<HandoffItem>();
        var lane = Run(
            (lane, item) =>
            {
                held.Add(item);
                if (item.Burst % 1_000 != 1 || held.Count == 21)
                {
                    held.ForEach(lane.Take);
                    held.Clear();
                }
            },
            milliseconds: 20
        );

        Assert.True(Trial.OperationsOf(lane).Completed > 6 * lane.Parameters.BurstItems);
        Reports(lane, "more items under way at once (21) than waiting and in hand may be (20)");
    }

    [Theory]
    [InlineData(421)]
    [InlineData(3)]
    [InlineData(1)]
    public void Items_that_cannot_be_shared_out_equally_are_offered_all_the_same(int items)
    {
        var lane = Run((lane, item) => lane.Take(item), items: items);

        Assert.Empty(lane.Violations);
        Assert.Equal(0, Trial.OperationsOf(lane).Intended % items);
        Assert.True(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void As_many_items_waiting_as_the_capacity_and_the_hands_hold_are_allowed()
    {
        var held = new List<HandoffItem>();
        var lane = Run(
            (lane, item) =>
            {
                held.Add(item);
                if (held.Count == 20)
                {
                    held.ForEach(lane.Take);
                    held.Clear();
                }
            }
        );

        Assert.DoesNotContain(
            lane.Violations,
            found => found.StartsWith("more items", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Untimed_a_correct_lane_has_nothing_to_report_and_no_latency()
    {
        var lane = Run((lane, item) => lane.Take(item), isTimed: false);

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane) is { Completed: > 0, AddUp: true });
        Assert.True(lane.Metrics["burstMicroseconds"] > 0);
        Assert.Equal(0, lane.Latencies.Merged().TotalCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Untimed_an_item_that_is_lost_or_comes_twice_is_reported_all_the_same(int times) =>
        Reports(
            Run(
                (lane, item) =>
                {
                    for (var time = 0; time < (item.Number == 7 ? times : 1); time++)
                    {
                        lane.Take(item);
                    }
                },
                isTimed: false
            ),
            "bursts whose items are not those offered"
        );

    private static List<HandoffItem> Offers(HandoffProducer producer)
    {
        var items = new List<HandoffItem>();
        while (producer.TryOffer(out var item))
        {
            items.Add(item);
        }

        return items;
    }

    private static int MostAtOnce(long[] offered, long[] taken)
    {
        var timeline = new HandoffTimeline(producers: 1, consumers: 1);
        Array.ForEach(offered, at => timeline.Offered(0, at));
        Array.ForEach(taken, at => timeline.Taken(0, at));
        return timeline.MostAtOnce();
    }

    private static OneByOne Run(
        Action<OneByOne, HandoffItem> handOn,
        bool lastProducerFirst = false,
        int items = 420,
        int milliseconds = 1,
        bool isTimed = true
    ) =>
        Trial.Run(
            new OneByOne(handOn, lastProducerFirst)
            {
                Parameters = new()
                {
                    Producers = 2,
                    Consumers = 2,
                    Capacity = 16,
                    BurstItems = items,
                    PlayMilliseconds = milliseconds,
                    Timed = isTimed,
                },
            }
        );

    private static void Reports(OneByOne lane, string violation) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    /// <summary>A lane without concurrency: what it does with an item is told to it.</summary>
    private sealed class OneByOne(Action<OneByOne, HandoffItem> handOn, bool lastProducerFirst) : Handoff
    {
        public void Take(HandoffItem item) => Take(item, consumer: 0);

        public void Take(HandoffItem item, int consumer) => Consumers[consumer].Take(item);

        protected override void Open() { }

        protected override void Burst()
        {
            foreach (var producer in lastProducerFirst ? Producers.Reverse() : Producers)
            {
                while (producer.TryOffer(out var item))
                {
                    handOn(this, item);
                }
            }
        }

        protected override void Close() { }
    }
}
