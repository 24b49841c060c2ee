namespace Bench.Measurement.Recording;

/// <summary>One operation: its latency and the time it ended, nanoseconds.</summary>
internal readonly record struct RecordedLatency(long Latency, long EndedAt);
