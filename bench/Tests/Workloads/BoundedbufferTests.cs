using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class BoundedbufferTests
{
    private const int Slots = 4;
    private const int Hands = 2;

    [Fact]
    public void Work_of_any_cost_is_work_and_more_of_it_comes_to_something_else()
    {
        ulong[] results = [.. Enumerable.Range(0, 5).Select(cost => BufferWork.Do(7, cost))];

        Assert.Equal(5, results.Distinct().Count());
        Assert.DoesNotContain(7UL, results);
        Assert.Equal(BufferWork.Do(BufferWork.Do(7, 2), 3), BufferWork.Do(7, 5));
    }

    [Fact]
    public void The_oracle_is_what_producers_and_consumers_do_one_after_the_other()
    {
        var parameters = new BoundedbufferParameters
        {
            Producers = 1,
            ItemsPerProducer = 2,
            ProducerCost = 1,
            ConsumerCost = 2,
        };
        var first = BufferWork.Do(BufferWork.First(seed: 1, producer: 0), 1);
        var second = BufferWork.Do(first, 1);

        Assert.Equal(BufferWork.Do(first, 2) + BufferWork.Do(second, 2), BufferWork.Sum(seed: 1, parameters));
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((lane, item) => lane.Consume(item));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed >= 3 * lane.ItemsOfGame);
        Assert.True(operations.AddUp);
        Assert.Equal(operations.Completed, lane.Latencies.Merged().TotalCount);
    }

    [Fact]
    public void A_lost_item_is_reported_and_the_items_do_not_add_up()
    {
        var lane = Run(
            (lane, item) =>
            {
                if (item is not { Producer: 1, Number: 7 })
                {
                    lane.Consume(item);
                }
            }
        );

        Reports(lane, "items lost: expected 0", "the work on the items came to something else");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_item_consumed_twice_is_reported() =>
        Reports(
            Run(
                (lane, item) =>
                {
                    lane.Consume(item);
                    if (item is { Producer: 1, Number: 7 })
                    {
                        lane.Consume(item, consumer: 1);
                    }
                }
            ),
            "items consumed twice: expected 0",
            "the work on the items came to something else"
        );

    [Fact]
    public void An_item_that_no_producer_made_is_reported() =>
        Reports(
            Run(
                (lane, item) =>
                {
                    lane.Consume(item);
                    if (item is { Producer: 1, Number: 7 })
                    {
                        lane.Consume(item with { Producer = 2 });
                        lane.Consume(item with { Number = -1 });
                    }
                }
            ),
            "items that no producer made: expected 0"
        );

    [Fact]
    public void An_item_with_the_value_of_another_is_reported()
    {
        var last = default(BufferItem);
        Reports(
            Run(
                (lane, item) =>
                {
                    lane.Consume(item.Number == 7 ? item with { Value = last.Value } : item);
                    last = item;
                }
            ),
            "the work on the items came to something else"
        );
    }

    [Theory]
    [InlineData(Slots + Hands, false)]
    [InlineData(Slots + Hands + 1, true)]
    public void More_items_than_slots_and_consumers_hands_are_reported_and_no_fewer(int held, bool isTooMany)
    {
        var buffer = new Queue<BufferItem>();
        var lane = Run(
            (lane, item) =>
            {
                // The item in the producer's hand does not count until the producer comes back.
                buffer.Enqueue(item);
                if (buffer.Count > held)
                {
                    lane.Consume(buffer.Dequeue());
                }
            },
            (lane) =>
            {
                while (buffer.TryDequeue(out var item))
                {
                    lane.Consume(item);
                }
            }
        );

        Assert.Equal(held, lane.Metrics["mostItemsWaiting"]);
        string[] expected = isTooMany
            ?
            [
                $"more items in the buffer and in consumers' hands ({held}) than there may be ({Slots + Hands})",
            ]
            : [];
        Assert.Equal(expected, lane.Violations);
    }

    [Fact]
    public void A_unit_that_does_not_end_is_reported() =>
        Reports(
            Run((lane, item) => lane.Consume(item), lane => lane.LeaveUnit()),
            "units alive after the end"
        );

    private static Scripted Run(Action<Scripted, BufferItem> handOn, Action<Scripted>? finish = null) =>
        Trial.Run(
            new Scripted(handOn, finish ?? (_ => { }))
            {
                Parameters = new()
                {
                    Slots = Slots,
                    Producers = 2,
                    Consumers = Hands,
                    ItemsPerProducer = 40,
                    ProducerCost = 0,
                    ConsumerCost = 0,
                    PlayMilliseconds = 1,
                },
            }
        );

    private static void Reports(Scripted lane, params string[] violations) =>
        Assert.All(
            violations,
            violation =>
                Assert.Contains(
                    lane.Violations,
                    found => found.StartsWith(violation, StringComparison.Ordinal)
                )
        );

    /// <summary>A lane without concurrency: what is done with an item, and before the end of a game, is told to it.</summary>
    private sealed class Scripted(Action<Scripted, BufferItem> handOn, Action<Scripted> finish)
        : Boundedbuffer
    {
        public long ItemsOfGame => (long)Parameters.Producers * Parameters.ItemsPerProducer;

        public void Consume(BufferItem item, int consumer = 0) => Consumers[consumer].Consume(item);

        public void LeaveUnit() => Units.Started();

        protected override void Open() { }

        protected override void Play()
        {
            foreach (var producer in Producers)
            {
                while (producer.TryMake(out var item))
                {
                    handOn(this, item);
                }
            }

            finish(this);
        }

        protected override void Close() { }
    }
}
