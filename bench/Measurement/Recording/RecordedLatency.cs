namespace Bench.Measurement.Recording;

/// <summary>One operation: the time it was meant to start and its latency, nanoseconds.</summary>
internal readonly record struct RecordedLatency(long StartedAt, long Latency);
