namespace Bench.Measurement.Backend;

/// <summary>
/// A device that answers nobody until it is opened: a peer that hangs, a sink that blocks. Like the simulated backend it has
/// a blocking and an asynchronous face; unlike it, it never answers by itself.
/// </summary>
public sealed class BlockedDevice
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private bool _isOpen;

    /// <summary>Blocks until the device is opened.</summary>
    public void Call() => Call(Timeout.InfiniteTimeSpan);

    /// <summary>Blocks until the device is opened, at most for <paramref name="limit"/>.</summary>
    /// <returns>False when the limit passed first.</returns>
    public bool Call(TimeSpan limit)
    {
        var until =
            limit == Timeout.InfiniteTimeSpan
                ? long.MaxValue
                : Environment.TickCount64 + (long)limit.TotalMilliseconds;
        lock (_gate)
        {
            while (!_isOpen)
            {
                var left = until - Environment.TickCount64;
                if (left <= 0)
                {
                    return false;
                }

                Monitor.Wait(_gate, (int)Math.Min(left, int.MaxValue));
            }

            return true;
        }
    }

    /// <summary>Completes when the device is opened, or is cancelled.</summary>
    public Task CallAsync(CancellationToken cancellation = default) => _opened.Task.WaitAsync(cancellation);

    /// <summary>Answers everybody, from now on at once.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
            Monitor.PulseAll(_gate);
        }

        _opened.TrySetResult();
    }
}
