using Bench.Results;
using HdrHistogram;

namespace Bench.Measurement.Recording;

/// <summary>
/// All latencies of one process: a histogram per processor (at most 8) that workers' batches go to, merged when read.
/// Nothing is allocated while operations are recorded.
/// </summary>
public sealed class LatencyRecording
{
    private readonly Stripe[] _stripes =
    [
        .. Enumerable.Range(0, Math.Min(8, Environment.ProcessorCount)).Select(_ => new Stripe()),
    ];

    private readonly List<LatencyRecorder> _recorders = [];

    /// <summary>A recorder for one more worker.</summary>
    public LatencyRecorder NewRecorder()
    {
        var recorder = new LatencyRecorder(this);
        lock (_recorders)
        {
            _recorders.Add(recorder);
        }

        return recorder;
    }

    /// <summary>Starts anew: whatever was recorded before, such as a warm-up, is forgotten.</summary>
    /// <param name="origin">Time from which slices are counted, nanoseconds.</param>
    /// <param name="slice">Length of one slice.</param>
    public void Restart(long origin, TimeSpan slice)
    {
        FlushAll();
        foreach (var stripe in _stripes)
        {
            stripe.Restart(origin, (long)slice.TotalNanoseconds);
        }
    }

    /// <summary>Takes in what recorders still hold.</summary>
    public void Flush() => FlushAll();

    /// <summary>Goes on after a pause that is no part of the window: slices are counted from another origin. Flush first.</summary>
    /// <param name="origin">Now, less the length of the window so far; nanoseconds.</param>
    public void Continue(long origin)
    {
        foreach (var stripe in _stripes)
        {
            stripe.Slices.Continue(origin);
        }
    }

    /// <summary>The merged histogram of everything recorded since the last restart.</summary>
    public LongHistogram Merged()
    {
        FlushAll();
        var merged = HistogramText.NewHistogram();
        foreach (var stripe in _stripes)
        {
            merged.Add(stripe.Histogram);
        }

        return merged;
    }

    /// <summary>Sum of all recorded latencies, nanoseconds, exact.</summary>
    public double TotalNanoseconds()
    {
        FlushAll();
        return _stripes.Sum(stripe => stripe.TotalNanoseconds);
    }

    /// <summary>Counts by time slice and latency band.</summary>
    public List<LatencySlice> Slices()
    {
        FlushAll();
        return SliceGrid.Merge(_stripes.Select(stripe => stripe.Slices));
    }

    /// <summary>Takes in a histogram that another process recorded in the same layout; it has no slices.</summary>
    /// <param name="counts">Counts by a value of the bucket, nanoseconds.</param>
    /// <param name="totalNanoseconds">Sum of the latencies, exact.</param>
    public void Add(IEnumerable<(long Value, long Count)> counts, double totalNanoseconds) =>
        _stripes[0].Add(counts, totalNanoseconds);

    internal void Take(ReadOnlySpan<RecordedLatency> batch)
    {
        // The processor's own stripe is in its cache; another one costs a transfer for every operation.
        var first = (uint)Thread.GetCurrentProcessorId();
        for (uint attempt = 0; ; attempt++)
        {
            var stripe = _stripes[(first + attempt) % (uint)_stripes.Length];
            if (attempt >= _stripes.Length)
            {
                Monitor.Enter(stripe);
            }
            else if (!Monitor.TryEnter(stripe))
            {
                continue;
            }

            stripe.Take(batch);
            Monitor.Exit(stripe);
            return;
        }
    }

    private void FlushAll()
    {
        lock (_recorders)
        {
            foreach (var recorder in _recorders)
            {
                recorder.Flush();
            }
        }
    }

    private sealed class Stripe
    {
        public LongHistogram Histogram { get; } = HistogramText.NewHistogram();
        public SliceGrid Slices { get; } = new();
        public double TotalNanoseconds { get; private set; }

        public void Restart(long origin, long sliceNanoseconds)
        {
            Histogram.Reset();
            Slices.Restart(origin, sliceNanoseconds);
            TotalNanoseconds = 0;
        }

        public void Add(IEnumerable<(long Value, long Count)> counts, double totalNanoseconds)
        {
            foreach (var (value, count) in counts)
            {
                Histogram.RecordValueWithCount(value, count);
            }

            TotalNanoseconds += totalNanoseconds;
        }

        public void Take(ReadOnlySpan<RecordedLatency> batch)
        {
            foreach (var (startedAt, latency) in batch)
            {
                Histogram.RecordValue(Math.Clamp(latency, 1, Histogram.HighestTrackableValue));
                Slices.Count(startedAt, latency);
                TotalNanoseconds += latency;
            }
        }
    }
}
