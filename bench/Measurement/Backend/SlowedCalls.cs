using Bench.Results;

namespace Bench.Measurement.Backend;

/// <summary>
/// Multiplies the service time of a share of a device's calls, to see whether that is found. Of every so many calls in
/// a row exactly one is slowed, drawn by the seed: the share is exact, and no rhythm of the load can miss it.
/// </summary>
/// <param name="slowdown">By how much, and how many.</param>
/// <param name="seed">Seed of the draw.</param>
internal sealed class SlowedCalls(Slowdown slowdown, ulong seed)
{
    // Requests are drawn from the round's seed too; which of them is slowed must not depend on what it asks.
    private const ulong OwnStream = 0x510_DD0_0415;
    private readonly int _oneIn = slowdown.OneIn();
    private long _calls;

    /// <summary>Calls so far.</summary>
    public long Calls => Volatile.Read(ref _calls);

    /// <summary>The service time of the next call, nanoseconds; any thread may ask.</summary>
    public long ServiceOfNext(long serviceNanoseconds)
    {
        var call = Interlocked.Increment(ref _calls) - 1;
        return IsSlowed(call) ? (long)Math.Round(serviceNanoseconds * slowdown.Factor) : serviceNanoseconds;
    }

    /// <summary>Whether a call, from 0, is slowed.</summary>
    public bool IsSlowed(long call)
    {
        var random = SplitMix64.For(seed ^ OwnStream, call / _oneIn);
        return random.Next(_oneIn) == call % _oneIn;
    }
}
