namespace Bench.Measurement.Backend;

/// <summary>When a device with a capacity is done with each call: first come, first served, exact to the nanosecond.</summary>
/// <param name="capacity">Calls served at once; <see cref="int.MaxValue"/> for no limit.</param>
internal sealed class ServiceSchedule(int capacity)
{
    private readonly PriorityQueue<long, long> _freeAt = new();

    /// <summary>The end of the next call's service; calls are given in the order of their arrival.</summary>
    public long End(long arrivedAt, long serviceNanoseconds)
    {
        if (capacity == int.MaxValue)
        {
            return arrivedAt + serviceNanoseconds;
        }

        var start = _freeAt.Count < capacity ? arrivedAt : Math.Max(arrivedAt, _freeAt.Dequeue());
        _freeAt.Enqueue(start + serviceNanoseconds, start + serviceNanoseconds);
        return start + serviceNanoseconds;
    }
}
