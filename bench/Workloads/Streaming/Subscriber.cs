using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>
/// A subscriber and what became of the events for it. The lane keeps its buffer: it says when an event has been offered to
/// the buffer, when one has left it and is being sent, when that has ended, and what was dropped. One unit at a time offers
/// and drops, and one at a time sends; these two may be different units.
/// </summary>
/// <param name="sendTime">Time that sending one event takes.</param>
/// <param name="policy">What a full buffer means.</param>
/// <param name="settled">Told of each event handed over or dropped.</param>
public sealed class Subscriber(TimeSpan sendTime, OverflowPolicy policy, Action settled)
{
    private readonly List<Delivery> _handed = [];
    private readonly List<BufferOffer> _offers = [];
    private readonly List<BufferDrop> _drops = [];
    private int _beingSent;
    private long _begunAt;

    /// <summary>What a full buffer means.</summary>
    public OverflowPolicy Policy { get; } = policy;

    internal TimeSpan SendTime { get; } = sendTime;

    /// <summary>Events that it got, in order.</summary>
    internal IReadOnlyList<Delivery> Handed => _handed;

    /// <summary>Events that were offered to its buffer, in order.</summary>
    internal IReadOnlyList<BufferOffer> Offers => _offers;

    /// <summary>Events that were dropped for it, in order.</summary>
    internal IReadOnlyList<BufferDrop> Drops => _drops;

    /// <summary>True when sending an event ever began before the one before it had been sent.</summary>
    internal bool SentSideBySide { get; private set; }

    /// <summary>The event is in the subscriber's buffer, or has been dropped at the door.</summary>
    public void Offered(StreamEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _offers.Add(new(item.Number, SystemClock.Timestamp, _drops.Count));
    }

    /// <summary>An event has left the buffer and is to be sent now.</summary>
    /// <returns>Time that sending it takes.</returns>
    public TimeSpan Begin()
    {
        SentSideBySide |= Interlocked.Exchange(ref _beingSent, 1) == 1;
        _begunAt = SystemClock.Timestamp;
        return SendTime;
    }

    /// <summary>The event has been sent: the subscriber has it.</summary>
    public void Hand(StreamEvent item)
    {
        _handed.Add(new(item, _begunAt, SystemClock.Timestamp));
        Volatile.Write(ref _beingSent, 0);
        settled();
    }

    /// <summary>The subscriber will not get the event, as its policy says; before the event that comes has been offered.</summary>
    public void Drop(StreamEvent item)
    {
        _drops.Add(new(item, _offers.Count));
        settled();
    }
}
