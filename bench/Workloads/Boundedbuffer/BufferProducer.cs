using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>Makes a producer's items. One unit at a time uses it.</summary>
public sealed class BufferProducer
{
    private readonly int _id;
    private readonly ulong _seed;
    private readonly BoundedbufferParameters _parameters;
    private readonly BufferLevel _level;
    private readonly InFlightGauge _inFlight;
    private ulong _value;
    private int _next;
    private bool _hasGiven;

    internal BufferProducer(
        int id,
        ulong seed,
        BoundedbufferParameters parameters,
        BufferLevel level,
        InFlightGauge inFlight
    )
    {
        _id = id;
        _seed = seed;
        _parameters = parameters;
        _level = level;
        _inFlight = inFlight;
    }

    /// <summary>Makes the next item. The one before is in the buffer by now, or has been.</summary>
    /// <param name="item">The item, offered from now on.</param>
    /// <returns>False when all of the game have been made.</returns>
    public bool TryMake(out BufferItem item)
    {
        if (_hasGiven)
        {
            _level.Enter();
        }

        _hasGiven = _next < _parameters.ItemsPerProducer;
        if (!_hasGiven)
        {
            item = default;
            return false;
        }

        _value = BufferWork.Do(_value, _parameters.ProducerCost);
        _inFlight.Enter();
        item = new(_id, _next++, _value, SystemClock.Timestamp);
        return true;
    }

    /// <summary>A game begins.</summary>
    internal void Begin()
    {
        _value = BufferWork.First(_seed, _id);
        _next = 0;
    }
}
