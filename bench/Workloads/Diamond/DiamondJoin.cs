using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>Where the parts of an item come together, and what became of the present burst. One unit at a time uses it.</summary>
public sealed class DiamondJoin
{
    private readonly int _branches;
    private readonly LatencyRecorder _recorder;
    private readonly Arrival _joined;
    private readonly HandoffTimeline _timeline = new(producers: 1, consumers: 1);
    private readonly int[] _times;
    private int _burst;
    private int _next;
    private long _lastAt;

    internal DiamondJoin(int branches, int items, LatencyRecorder recorder, Arrival joined)
    {
        (_branches, _recorder, _joined) = (branches, recorder, joined);
        _times = new int[items];
    }

    /// <summary>Joins that were of parts of different items or bursts, or not of one part from each branch.</summary>
    public long Unpaired { get; private set; }

    /// <summary>Parts that are not what their branch makes of their item.</summary>
    public long Wrong { get; private set; }

    /// <summary>Items joined out of their turn.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Items joined, each counted once.</summary>
    internal long Distinct { get; private set; }

    /// <summary>Items that were not joined.</summary>
    internal long Lost { get; private set; }

    /// <summary>Items that were joined more than once.</summary>
    internal long Twice { get; private set; }

    /// <summary>Most items offered and not yet joined, of all bursts.</summary>
    internal int MostUnderWay { get; private set; }

    /// <summary>Joins the parts of one item, one from each branch, in any order of branches.</summary>
    public void Join(ReadOnlySpan<DiamondPart> parts)
    {
        var now = SystemClock.Timestamp;
        var item = parts[0].Item;
        _recorder.Record(item.OfferedAt, now);
        if (IsOfOneItem(parts) && item.Burst == _burst && (uint)item.Number < (uint)_times.Length)
        {
            OutOfOrder += item.Number == _next ? 0 : 1;
            _next = item.Number + 1;
            _times[item.Number]++;
            _timeline.Offered(0, item.OfferedAt);
            _timeline.Taken(0, now);
            _lastAt = now;
        }
        else
        {
            Unpaired++;
        }

        _joined.Report();
    }

    internal void Begin(int burst)
    {
        (_burst, _next) = (burst, 0);
        Array.Clear(_times);
        _timeline.Clear();
    }

    /// <summary>Adds the burst up.</summary>
    /// <returns>When its last item was joined, nanoseconds.</returns>
    internal long Tally()
    {
        foreach (var times in _times)
        {
            Distinct += times > 0 ? 1 : 0;
            Lost += times == 0 ? 1 : 0;
            Twice += times > 1 ? 1 : 0;
        }

        MostUnderWay = Math.Max(MostUnderWay, _timeline.MostAtOnce());
        return _lastAt;
    }

    private bool IsOfOneItem(ReadOnlySpan<DiamondPart> parts)
    {
        var seen = 0UL;
        foreach (var part in parts)
        {
            Wrong += part == DiamondPart.Of(part.Item, part.Branch) ? 0 : 1;
            seen |= part.Item == parts[0].Item ? 1UL << part.Branch : 0;
        }

        return parts.Length == _branches && seen == (1UL << _branches) - 1;
    }
}
