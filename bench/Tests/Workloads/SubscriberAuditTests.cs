using Bench.Measurement.Hosting;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

/// <summary>What a lane may do with the buffer of one subscriber, which has room for two events.</summary>
public sealed class SubscriberAuditTests
{
    private const int Capacity = 2;

    [Fact]
    public void A_full_buffer_that_drops_its_oldest_is_no_fault() =>
        Assert.Empty(
            Audit(
                OverflowPolicy.DropOldest,
                lane =>
                {
                    lane.BeginFirst();
                    lane.Offer(1, 2);
                    lane.Drop(1);
                    lane.Offer(3);
                    lane.EndFirst();
                    lane.Send(2, 3);
                }
            )
        );

    [Fact]
    public void A_full_buffer_that_drops_the_newest_is_no_fault() =>
        Assert.Empty(
            Audit(
                OverflowPolicy.DropNewest,
                lane =>
                {
                    lane.BeginFirst();
                    lane.Offer(1, 2);
                    lane.Drop(3);
                    lane.Offer(3);
                    lane.EndFirst();
                    lane.Send(1, 2);
                }
            )
        );

    [Fact]
    public void An_oldest_event_that_is_dropped_although_there_is_room_is_reported() =>
        Reports(
            "an event was dropped although there was room",
            OverflowPolicy.DropOldest,
            lane =>
            {
                lane.BeginFirst();
                lane.Offer(1);
                lane.Drop(1);
                lane.Offer(2, 3);
                lane.EndFirst();
                lane.Send(2, 3);
            }
        );

    [Fact]
    public void A_newest_event_that_is_dropped_although_there_is_room_is_reported() =>
        Reports(
            "an event was dropped although there was room",
            OverflowPolicy.DropNewest,
            lane =>
            {
                lane.BeginFirst();
                lane.Offer(1);
                lane.Drop(2);
                lane.Offer(2, 3);
                lane.EndFirst();
                lane.Send(1, 3);
            }
        );

    [Fact]
    public void A_newest_event_that_is_dropped_before_any_other_came_is_reported() =>
        Reports(
            "an event was dropped although there was room",
            OverflowPolicy.DropNewest,
            lane =>
            {
                lane.Drop(0);
                lane.Offer(0, 1, 2);
                lane.Send(1, 2);
                lane.Offer(3);
                lane.Send(3);
            }
        );

    [Fact]
    public void The_newest_dropped_where_the_oldest_should_be_is_reported() =>
        Reports(
            "a new event was dropped instead of the oldest",
            OverflowPolicy.DropOldest,
            lane =>
            {
                lane.BeginFirst();
                lane.Offer(1, 2);
                lane.Drop(3);
                lane.Offer(3);
                lane.EndFirst();
                lane.Send(1, 2);
            }
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_that_waits_dropped_where_the_newest_should_be_is_reported(int dropped) =>
        Reports(
            "an event that waited was dropped for a newer one",
            OverflowPolicy.DropNewest,
            lane =>
            {
                lane.BeginFirst();
                lane.Offer(1, 2);
                lane.Drop(dropped);
                lane.Offer(3);
                lane.EndFirst();
                lane.Send(3 - dropped, 3);
            }
        );

    [Fact]
    public void A_buffer_that_drops_its_oldest_too_late_is_reported() =>
        Reports(
            "more events waited for a subscriber than its buffer holds",
            OverflowPolicy.DropOldest,
            lane =>
            {
                lane.Offer(0, 1, 2);
                lane.Drop(0);
                lane.Offer(3);
                lane.Send(1, 2, 3);
            }
        );

    [Theory]
    [InlineData(OverflowPolicy.Wait)]
    [InlineData(OverflowPolicy.DropOldest)]
    [InlineData(OverflowPolicy.DropNewest)]
    public void A_buffer_without_bound_is_reported(OverflowPolicy policy) =>
        Reports(
            "more events waited for a subscriber than its buffer holds",
            policy,
            lane =>
            {
                lane.Offer(0, 1, 2, 3);
                lane.Send(0, 1, 2, 3);
            }
        );

    [Fact]
    public void An_event_between_buffer_and_network_is_no_fault() =>
        Assert.Empty(
            Audit(
                OverflowPolicy.Wait,
                lane =>
                {
                    lane.Offer(0, 1, 2);
                    lane.Send(0, 1, 2);
                    lane.Offer(3);
                    lane.Send(3);
                }
            )
        );

    [Fact]
    public void A_drop_where_the_policy_is_to_wait_is_reported() =>
        Reports(
            "an event was dropped for a subscriber whose policy is to wait",
            OverflowPolicy.Wait,
            lane =>
            {
                lane.Offer(0, 1);
                lane.Drop(0);
                lane.Offer(2, 3);
                lane.Send(1, 2, 3);
            }
        );

    [Fact]
    public void Two_events_sent_at_the_same_time_are_reported() =>
        Reports(
            "two events were sent to a subscriber at the same time",
            OverflowPolicy.Wait,
            lane =>
            {
                lane.BeginFirst();
                lane.Offer(1);
                lane.Send(1);
                lane.EndFirst();
                lane.Offer(2, 3);
                lane.Send(2, 3);
            }
        );

    [Fact]
    public void Events_that_are_not_offered_in_their_order_are_reported() =>
        Reports(
            "events were not offered to the buffer one after the other",
            OverflowPolicy.Wait,
            lane =>
            {
                lane.Offer(1, 0);
                lane.Send(0, 1);
                lane.Offer(2, 3);
                lane.Send(2, 3);
            }
        );

    private static void Reports(string violation, OverflowPolicy policy, Action<Script> script) =>
        Assert.Contains(violation, Audit(policy, script));

    private static IReadOnlyList<string> Audit(OverflowPolicy policy, Action<Script> script)
    {
        var subscriber = new Subscriber(TimeSpan.Zero, policy, () => { });
        script(new(subscriber));
        var findings = new Findings();
        new SubscriberAudit(subscriber, [0, 1, 2, 3], Capacity).Check(findings);
        return findings.Items;
    }

    /// <summary>What a lane does with events 0 to 3, step by step.</summary>
    private sealed class Script(Subscriber subscriber)
    {
        public void Offer(params int[] numbers) =>
            Array.ForEach(numbers, number => subscriber.Offered(Event(number)));

        public void Drop(int number) => subscriber.Drop(Event(number));

        public void BeginFirst()
        {
            Offer(0);
            subscriber.Begin();
        }

        public void EndFirst() => subscriber.Hand(Event(0));

        public void Send(params int[] numbers) =>
            Array.ForEach(
                numbers,
                number =>
                {
                    subscriber.Begin();
                    subscriber.Hand(Event(number));
                }
            );

        private static StreamEvent Event(int number) => new(number, DueAt: 0, Connections: 1);
    }
}
