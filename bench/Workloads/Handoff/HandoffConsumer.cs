using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>A consumer and what it took in the present burst. One unit at a time uses it.</summary>
public sealed class HandoffConsumer
{
    private readonly IReadOnlyList<HandoffProducer> _producers;
    private readonly LatencyRecorder? _recorder;
    private readonly Arrival _taken;
    private readonly int[] _last;
    private int _burst;

    internal HandoffConsumer(
        IReadOnlyList<HandoffProducer> producers,
        LatencyRecorder? recorder,
        Arrival taken
    )
    {
        _producers = producers;
        _recorder = recorder;
        _taken = taken;
        _last = new int[producers.Count];
    }

    /// <summary>What it took in the present burst and when, nanoseconds, in order; none where items are not timed.</summary>
    internal List<(HandoffItem Item, long TakenAt)> Items { get; } = [];

    /// <summary>Items that it took in the present burst.</summary>
    internal int Taken { get; private set; }

    /// <summary>Sum of their numbers.</summary>
    internal long NumberSum { get; private set; }

    /// <summary>Items that came after a later one of the same producer.</summary>
    public long Overtaken { get; private set; }

    /// <summary>Items that are not of the present burst.</summary>
    public long Strangers { get; private set; }

    /// <summary>Takes an item, which ends its hand-off.</summary>
    public void Take(HandoffItem item)
    {
        var now = 0L;
        if (_recorder is not null)
        {
            now = SystemClock.Timestamp;
            _recorder.Record(item.OfferedAt, now);
        }

        if (item.Burst != _burst || (uint)item.Number >= (uint)_producers[item.Producer].Share)
        {
            Strangers++;
        }
        else
        {
            Keep(item, now);
        }

        _taken.Report();
    }

    private void Keep(HandoffItem item, long now)
    {
        Overtaken += item.Number < _last[item.Producer] ? 1 : 0;
        _last[item.Producer] = item.Number;
        Taken++;
        NumberSum += item.Number;
        if (_recorder is not null)
        {
            Items.Add((item, now));
        }
    }

    internal void Begin(int burst)
    {
        _burst = burst;
        (Taken, NumberSum) = (0, 0);
        Items.Clear();
        Array.Clear(_last);
    }
}
