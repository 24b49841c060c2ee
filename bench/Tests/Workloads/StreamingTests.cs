using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class StreamingTests
{
    private const int Victim = 5;

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((subscriber, item) => Send(subscriber, item));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.AddUp);
        Assert.Equal(operations.Intended, operations.Completed);
    }

    [Fact]
    public void Three_times_as_many_are_connected_in_the_middle_third()
    {
        var lane = Run((subscriber, item) => Send(subscriber, item));

        Assert.Equal([.. Times(8, 4), .. Times(8, 12), .. Times(8, 4)], lane.Connections);
    }

    [Fact]
    public void One_in_so_many_is_slow_in_the_base_and_in_the_spike()
    {
        var lane = Run((subscriber, item) => Send(subscriber, item));

        Assert.All(
            lane.Everybody.Chunk(4),
            block => Assert.Single(block, subscriber => subscriber.Policy == OverflowPolicy.DropOldest)
        );
    }

    [Fact]
    public void A_lost_event_is_reported_and_does_not_add_up()
    {
        var lane = Run(
            (subscriber, item) =>
            {
                if (item.Number != Victim)
                {
                    Send(subscriber, item);
                }
            }
        );

        AssertReports("events lost", lane);
        AssertReports("the lane did not report everything", lane);
    }

    [Fact]
    public void An_event_handed_over_twice_is_reported() =>
        AssertReports(
            "events handed or dropped once each",
            Run(
                (subscriber, item) =>
                {
                    Send(subscriber, item);
                    if (item.Number == Victim)
                    {
                        Send(subscriber, item);
                    }
                }
            )
        );

    [Fact]
    public void An_event_handed_over_and_counted_as_dropped_is_reported() =>
        AssertReports(
            "events handed or dropped once each",
            Run(
                (subscriber, item) =>
                {
                    Send(subscriber, item);
                    if (item.Number == Victim)
                    {
                        subscriber.Drop(item);
                    }
                }
            )
        );

    [Fact]
    public void Events_out_of_order_are_reported()
    {
        var held = new Dictionary<Subscriber, StreamEvent>();
        AssertReports(
            "a subscriber's events are out of order",
            Run(
                (subscriber, item) =>
                {
                    if (item.Number == Victim)
                    {
                        held[subscriber] = item;
                        return;
                    }

                    Send(subscriber, item);
                    if (held.Remove(subscriber, out var late))
                    {
                        Send(subscriber, late);
                    }
                }
            )
        );
    }

    [Fact]
    public void A_drop_against_the_policy_is_reported() =>
        AssertReports(
            "an event was dropped for a subscriber whose policy is to wait",
            Run(
                (subscriber, item) =>
                {
                    if (item.Number == Victim)
                    {
                        subscriber.Drop(item);
                    }
                    else
                    {
                        Send(subscriber, item);
                    }
                }
            )
        );

    [Fact]
    public void A_counted_drop_for_a_slow_subscriber_is_no_fault()
    {
        var buffer = new Queue<StreamEvent>();
        var lane = Run(
            (subscriber, item) =>
            {
                if (subscriber.Policy == OverflowPolicy.Wait || item.Number is < Victim or > Victim + 2)
                {
                    Send(subscriber, item);
                    return;
                }

                if (buffer.Count == 2)
                {
                    subscriber.Drop(buffer.Dequeue());
                }

                buffer.Enqueue(item);
                subscriber.Offered(item);
                if (item.Number == Victim + 2)
                {
                    Empty(buffer, subscriber);
                }
            }
        );

        Assert.Empty(lane.Violations);
        Assert.Equal(1, Trial.OperationsOf(lane).Rejected);
        Assert.Equal(1.0 / Trial.OperationsOf(lane).Intended, lane.Metrics["droppedFraction"], 1e-12);
    }

    [Fact]
    public void The_spikes_p95_is_of_the_events_of_the_spike_alone()
    {
        var lane = Run((subscriber, item) => Send(subscriber, item));
        var spike = lane
            .Everybody.SelectMany(subscriber => subscriber.Handed)
            .Where(delivery => delivery.Event.Connections == 12)
            .Select(delivery => delivery.HandedAt - delivery.Event.DueAt)
            .Order()
            .ToList();

        Assert.Equal(96, spike.Count);
        Assert.InRange(lane.Metrics["spikeP95Milliseconds"], 0.998e-6 * spike[90], 1.002e-6 * spike[91]);
    }

    [Fact]
    public void An_event_handed_over_before_it_can_have_been_sent_is_reported() =>
        AssertReports(
            "an event was handed over sooner than it can be sent",
            Run((subscriber, item) => Send(subscriber, item), sendMilliseconds: 50)
        );

    [Fact]
    public void An_event_for_who_is_not_connected_is_reported() =>
        AssertReports(
            "events for a subscriber who was not connected",
            Run((subscriber, item) => Send(subscriber, item), everybody: true)
        );

    private static IEnumerable<int> Times(int times, int value) => Enumerable.Repeat(value, times);

    private static void Send(Subscriber subscriber, StreamEvent item)
    {
        subscriber.Offered(item);
        subscriber.Begin();
        subscriber.Hand(item);
    }

    private static void Empty(Queue<StreamEvent> buffer, Subscriber subscriber)
    {
        while (buffer.TryDequeue(out var item))
        {
            subscriber.Begin();
            subscriber.Hand(item);
        }
    }

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(
        Action<Subscriber, StreamEvent> send,
        int sendMilliseconds = 0,
        bool everybody = false
    ) =>
        Trial.Run(
            new OneByOne(send, everybody)
            {
                Parameters = new()
                {
                    Subscribers = 4,
                    SlowOneIn = 4,
                    EventsPerSecond = 400,
                    SendMilliseconds = sendMilliseconds,
                    SlowSendMilliseconds = sendMilliseconds,
                    SlowPolicy = OverflowPolicy.DropOldest,
                    BufferCapacity = 2,
                    WarmUpMilliseconds = 0,
                    MeasuredMilliseconds = 60,
                },
            }
        );

    /// <summary>A lane without concurrency: how it sends is told to it.</summary>
    private sealed class OneByOne(Action<Subscriber, StreamEvent> send, bool everybody) : Streaming
    {
        public List<int> Connections { get; } = [];

        public IReadOnlyList<Subscriber> Everybody => Subscribers;

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Open() { }

        protected override void Publish(StreamEvent item)
        {
            Connections.Add(item.Connections);
            foreach (var subscriber in Subscribers.Take(everybody ? int.MaxValue : item.Connections))
            {
                send(subscriber, item);
            }
        }

        protected override void Close() { }
    }
}
