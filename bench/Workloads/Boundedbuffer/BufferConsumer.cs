using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>Consumes items. One unit at a time uses it.</summary>
public sealed class BufferConsumer
{
    private readonly int _cost;
    private readonly LatencyRecorder _recorder;
    private readonly BufferLevel _level;
    private readonly InFlightGauge _inFlight;
    private readonly Arrival _consumed;

    internal BufferConsumer(
        int cost,
        LatencyRecorder recorder,
        BufferLevel level,
        InFlightGauge inFlight,
        Arrival consumed
    )
    {
        _cost = cost;
        _recorder = recorder;
        _level = level;
        _inFlight = inFlight;
        _consumed = consumed;
    }

    /// <summary>What it took in the present game.</summary>
    internal List<BufferItem> Items { get; } = [];

    /// <summary>Sum of what its work came to, mod 2⁶⁴, over all games.</summary>
    internal ulong Sum { get; private set; }

    /// <summary>Takes an item, which ends its wait, and consumes it.</summary>
    public void Consume(BufferItem item)
    {
        _recorder.Record(item.OfferedAt, SystemClock.Timestamp);
        _level.Leave();
        _inFlight.Leave();
        Items.Add(item);
        Sum += BufferWork.Do(item.Value, _cost);
        _consumed.Report();
    }

    /// <summary>A game begins.</summary>
    internal void Begin() => Items.Clear();
}
