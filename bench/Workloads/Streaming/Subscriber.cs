using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;

namespace Bench.Workloads;

/// <summary>
/// A subscriber and what became of the events for it. One unit at a time hands events over, and one at a time drops
/// them; these two may be different units.
/// </summary>
/// <param name="sendTime">Time that sending one event takes.</param>
/// <param name="policy">What a full buffer means.</param>
/// <param name="settled">Told of each event handed over or dropped.</param>
public sealed class Subscriber(TimeSpan sendTime, OverflowPolicy policy, Action settled)
{
    private readonly List<Delivery> _handed = [];
    private readonly List<StreamEvent> _dropped = [];

    /// <summary>Time that sending one event takes.</summary>
    public TimeSpan SendTime { get; } = sendTime;

    /// <summary>What a full buffer means.</summary>
    public OverflowPolicy Policy { get; } = policy;

    /// <summary>Events that it got, in order.</summary>
    public IReadOnlyList<Delivery> Handed => _handed;

    /// <summary>Events that were dropped for it, in order.</summary>
    public IReadOnlyList<StreamEvent> Dropped => _dropped;

    /// <summary>The event has been sent: the subscriber has it.</summary>
    public void Hand(StreamEvent item)
    {
        _handed.Add(new(item, SystemClock.Timestamp));
        settled();
    }

    /// <summary>The subscriber will not get the event, as its policy says.</summary>
    public void Drop(StreamEvent item)
    {
        _dropped.Add(item);
        settled();
    }

    /// <summary>The invariant, at rest.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="offered">Numbers of the events published while this subscriber was connected, ascending.</param>
    /// <param name="capacity">Events that may wait for it.</param>
    public void Check(Findings findings, IReadOnlyList<int> offered, int capacity)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var handed = _handed.ConvertAll(delivery => delivery.Event.Number);
        var dropped = _dropped.ConvertAll(item => item.Number);
        int[] all = [.. handed.Concat(dropped).Order()];
        findings.ExpectEqual(all.Length, all.Distinct().Count(), "events handed or dropped once each");
        findings.ExpectEqual(0, offered.Except(all).Count(), "events lost");
        findings.ExpectEqual(0, all.Except(offered).Count(), "events for a subscriber who was not connected");
        findings.Expect(handed.SequenceEqual(handed.Order()), "a subscriber's events are out of order");
        findings.Expect(
            _handed.TrueForAll(item => item.HandedAt - item.Event.DueAt >= (long)SendTime.TotalNanoseconds),
            "an event was handed over sooner than it can be sent"
        );
        findings.Expect(
            dropped.Count == 0 || Policy != OverflowPolicy.Wait,
            "an event was dropped for a subscriber whose policy is to wait"
        );

        // What fills the buffer cannot have been dropped: the last events, or where newcomers go the first.
        var safe = Policy == OverflowPolicy.DropOldest ? offered.TakeLast(capacity) : offered.Take(capacity);
        findings.Expect(!safe.Intersect(dropped).Any(), "an event was dropped although there was room");
    }
}
