namespace Bench.Measurement.Tracing;

/// <summary>What the process as a whole did within the windows: its threads on processors and ready without one, and waits for locks.</summary>
internal sealed class ProcessTimes : IDisposable
{
    private readonly LockWaits _locks = new();
    private IReadOnlyDictionary<int, (long Running, long Ready)>? _before;

    /// <summary>Seconds of all threads; null where the system does not tell.</summary>
    public (double Running, double Ready)? Threads { get; private set; }

    public void Open()
    {
        _locks.Open();
        _before = ThreadTimes.Now();
    }

    public void Close()
    {
        if (_before is not null && ThreadTimes.Now() is { } after)
        {
            var (running, ready) = ThreadTimes.Between(_before, after);
            var soFar = Threads ?? default;
            Threads = (soFar.Running + running, soFar.Ready + ready);
        }

        _locks.Close();
    }

    /// <summary>Seconds of waiting for locks, and how many waits; blocks until the last events have come.</summary>
    public (double Seconds, long Waits) Locks() => _locks.Total();

    public void Dispose() => _locks.Dispose();
}
