namespace Bench.Results;

/// <summary>Operations that were meant to start within one slice of the measured window.</summary>
/// <param name="StartSeconds">Start of the slice from the start of the window, seconds.</param>
/// <param name="LengthSeconds">Length of the slice, seconds.</param>
/// <param name="Count">Operations that were meant to start in it.</param>
/// <param name="Bands">Counts by latency band; band b holds latencies from 2^(b/2) to 2^((b+1)/2) ns.</param>
public sealed record LatencySlice(
    double StartSeconds,
    double LengthSeconds,
    long Count,
    SortedList<int, long> Bands
);
