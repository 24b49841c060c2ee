using Bench.Measurement.Clocks;

namespace Bench.Measurement.Recording;

/// <summary>The measuring side's wait until a number of reports have come, from whatever threads.</summary>
public sealed class Arrival
{
    private TaskCompletionSource _complete = new();
    private int _awaited;

    /// <summary>When the last expected report came, nanoseconds.</summary>
    public long CompletedAt { get; private set; }

    /// <summary>Says how many reports <see cref="Wait()"/> is to wait for; call it before the first of them.</summary>
    public void Expect(int reports)
    {
        _complete = new();
        Volatile.Write(ref _awaited, reports);
    }

    /// <summary>Blocks until all expected reports have come.</summary>
    public void Wait() => _complete.Task.Wait();

    /// <summary>Blocks until all expected reports have come, at most for <paramref name="limit"/>.</summary>
    /// <returns>False when some are missing.</returns>
    public bool Wait(TimeSpan limit) => _complete.Task.Wait(limit);

    /// <summary>One report has come.</summary>
    public void Report()
    {
        if (Interlocked.Decrement(ref _awaited) == 0)
        {
            CompletedAt = SystemClock.Timestamp;
            _complete.TrySetResult();
        }
    }
}
