namespace Bench.Measurement.Recording;

/// <summary>
/// Takes the latencies of one worker: not safe for several at once. It keeps a small batch of its own and
/// hands full batches to the recording, so a thousand workers cost 2 KiB each instead of a histogram each.
/// </summary>
public sealed class LatencyRecorder
{
    private const int BatchSize = 128;
    private readonly LatencyRecording _recording;
    private readonly RecordedLatency[] _batch = new RecordedLatency[BatchSize];
    private int _count;

    internal LatencyRecorder(LatencyRecording recording) => _recording = recording;

    /// <summary>True when the batch is full: the next operation recorded hands it over first.</summary>
    public bool IsFull => _count == BatchSize;

    /// <summary>Records one operation; both times are nanoseconds of the same clock.</summary>
    public void Record(long startedAt, long endedAt)
    {
        if (IsFull)
        {
            Flush();
        }

        _batch[_count++] = new RecordedLatency(startedAt, endedAt - startedAt);
    }

    /// <summary>
    /// Hands the batch over, which takes microseconds: a worker without a pause between operations does so itself
    /// between two of them, lest recording be charged to the next.
    /// </summary>
    public void Flush()
    {
        _recording.Take(_batch.AsSpan(0, _count));
        _count = 0;
    }
}
