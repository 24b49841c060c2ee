namespace Bench.Measurement.Clocks;

/// <summary>
/// Time that passes only when somebody waits for it. Whatever was scheduled up to the awaited time runs
/// on the waiting thread, in order of time: a discrete-event simulation for testing load generation.
/// </summary>
public sealed class VirtualClock : IClock
{
    private readonly PriorityQueue<Action, (long At, long Order)> _events = new();
    private long _order;

    public long Now { get; private set; }

    /// <summary>Runs <paramref name="action"/> when the clock reaches <paramref name="timestamp"/>.</summary>
    public void Schedule(long timestamp, Action action) => _events.Enqueue(action, (timestamp, _order++));

    public void WaitUntil(long timestamp)
    {
        while (_events.TryPeek(out var action, out var due) && due.At <= timestamp)
        {
            _events.Dequeue();
            Now = Math.Max(Now, due.At);
            action();
        }

        Now = Math.Max(Now, timestamp);
    }
}
