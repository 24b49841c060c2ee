using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>A producer's share of each burst. One unit at a time uses it.</summary>
/// <param name="id">Number of the producer, from 0.</param>
/// <param name="share">Items that it offers in a burst.</param>
/// <param name="isTimed">False where nobody asks when an item was offered.</param>
public sealed class HandoffProducer(int id, int share, bool isTimed = true)
{
    private int _burst;
    private int _next;

    /// <summary>Items that it offers in a burst.</summary>
    internal int Share => share;

    /// <summary>The next item of the burst, offered from now on; false when there is none left.</summary>
    public bool TryOffer(out HandoffItem item)
    {
        if (_next == share)
        {
            item = default;
            return false;
        }

        item = new(_burst, id, _next++, isTimed ? SystemClock.Timestamp : 0);
        return true;
    }

    internal void Begin(int burst)
    {
        _burst = burst;
        _next = 0;
    }
}
