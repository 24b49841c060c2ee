namespace Bench.Measurement.Benchmarks;

/// <summary>Made-up operations: one starts every microsecond and takes 1 µs … 1 s, log-uniform.</summary>
internal static class Latencies
{
    public const int Count = 1 << 16;

    public static long[] Create()
    {
        var random = new SplitMix64(1);
        return [.. Enumerable.Range(0, Count).Select(_ => (long)Math.Pow(10, 3 + (6 * random.NextDouble())))];
    }
}
