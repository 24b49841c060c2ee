using Bench.Measurement.Clocks;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Measurement.Resources;

/// <summary>
/// A thread that looks at the process while the window is open: operations in flight every 2 ms, memory,
/// threads, the ThreadPool and collections every 20 ms.
/// </summary>
internal sealed class ResourceSampler(InFlightGauge inFlight)
{
    /// <summary>How often it looks at operations in flight.</summary>
    public const long FastNanoseconds = 2_000_000;

    private const int FastPerSlow = 10;
    private static readonly GCKind[] s_kinds = [GCKind.Ephemeral, GCKind.FullBlocking, GCKind.Background];
    private readonly List<long> _resident = [];
    private readonly List<double> _pauses = [];
    private TimeSpan _paused;
    private double _inFlightNanoseconds;
    private double _observedNanoseconds;
    private readonly Dictionary<GCKind, long> _seen = [];
    private int _poolThreads;
    private long _poolQueue;
    private Thread? _thread;
    private volatile bool _open;

    public int? ThreadsPeak { get; private set; }

    /// <summary>The ThreadPool as it was seen; null before anything was observed.</summary>
    public ThreadPoolUse? Pool =>
        _observedNanoseconds == 0 ? null : new() { ThreadsPeak = _poolThreads, QueuePeak = _poolQueue };

    /// <summary>Time-averaged operations in flight; null before anything was observed.</summary>
    public double? MeanInFlight =>
        _observedNanoseconds == 0 ? null : _inFlightNanoseconds / _observedNanoseconds;

    public long? MedianResident =>
        _resident.Count == 0 ? null : _resident.Order().ElementAt(_resident.Count / 2);

    public long? ResidentQuantile(double quantile) =>
        _resident.Count == 0 ? null : _resident.Order().ElementAt((int)((_resident.Count - 1) * quantile));

    /// <summary>p99 of the collections' pauses seen, milliseconds; of fewer than a hundred it is the longest. Of several within 20 ms the last is seen.</summary>
    public double? PauseP99Milliseconds =>
        _pauses.Count == 0 ? null : _pauses.Order().ElementAt((int)Math.Ceiling(0.99 * _pauses.Count) - 1);

    /// <summary>Told of what is seen, or null.</summary>
    public LoadSeries? Series { get; set; }

    /// <summary>Who is looked at.</summary>
    public WatchedProcesses Watched { get; set; } = new([]);

    public void Open()
    {
        _open = true;
        _paused = GC.GetTotalPauseDuration();
        foreach (var kind in s_kinds)
        {
            _seen[kind] = GC.GetGCMemoryInfo(kind).Index;
        }

        _thread = PreciseThread.Start("resource sampler", Observe);
    }

    public void Close()
    {
        _open = false;
        _thread?.Join();
        ObservePauses();
    }

    private void Observe()
    {
        var last = SystemClock.Timestamp;
        for (var turn = 0; _open; turn++)
        {
            if (turn % FastPerSlow == 0)
            {
                ObserveProcess();
            }

            SystemClock.Instance.WaitUntil(last + FastNanoseconds);
            if (!_open)
            {
                // The window closed meanwhile: what is in flight now says nothing of it.
                return;
            }

            var now = SystemClock.Timestamp;
            var seen = inFlight.Now;
            Series?.Observe(now, seen);
            _inFlightNanoseconds += (double)seen * (now - last);
            _observedNanoseconds += now - last;
            last = now;
        }
    }

    private void ObserveProcess()
    {
        var (resident, threads) = Watched.Now();
        if (resident is { } bytes)
        {
            _resident.Add(bytes);
            Series?.ObserveResident(SystemClock.Timestamp, bytes);
        }

        if (threads is { } count)
        {
            ThreadsPeak = Math.Max(ThreadsPeak ?? 0, count);
        }

        _poolThreads = Math.Max(_poolThreads, ThreadPool.ThreadCount);
        _poolQueue = Math.Max(_poolQueue, ThreadPool.PendingWorkItemCount);
        // Asking for the last collections allocates; asking whether there was a pause does not.
        var paused = GC.GetTotalPauseDuration();
        if (paused != _paused)
        {
            _paused = paused;
            ObservePauses();
        }
    }

    // The last collection of each kind: a background one is told only when it has ended, others meanwhile.
    private void ObservePauses()
    {
        foreach (var kind in s_kinds)
        {
            var last = GC.GetGCMemoryInfo(kind);
            if (last.Index == _seen[kind])
            {
                continue;
            }

            _seen[kind] = last.Index;
            foreach (var pause in last.PauseDurations)
            {
                if (pause > TimeSpan.Zero)
                {
                    _pauses.Add(pause.TotalMilliseconds);
                }
            }
        }
    }
}
