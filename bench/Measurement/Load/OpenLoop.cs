namespace Bench.Measurement.Load;

/// <summary>
/// Callers who don't wait for each other: arrivals at a rate, whatever the answers do. Intended starts follow
/// from the schedule alone, so a stall is charged to every operation that it delayed.
/// </summary>
public sealed class OpenLoop : IArrivals
{
    private readonly Profile _ratePerSecond;
    private readonly bool _poisson;
    private readonly long _origin;
    private SplitMix64 _random;
    private double _area;
    private int _count;

    /// <param name="origin">Start of the schedule, nanoseconds.</param>
    /// <param name="ratePerSecond">Offered rate over time.</param>
    /// <param name="arrivals">Evenly spaced, or a Poisson process (exponential gaps).</param>
    /// <param name="seed">Seed of the gaps.</param>
    public OpenLoop(long origin, Profile ratePerSecond, ArrivalProcess arrivals, ulong seed)
    {
        _origin = origin;
        _ratePerSecond = ratePerSecond;
        _poisson = arrivals == ArrivalProcess.Poisson;
        _random = new SplitMix64(seed);
        Advance();
    }

    public long NextAt { get; private set; }

    public int Take()
    {
        Advance();
        return _count++;
    }

    public void Ended(int caller, long at) { }

    // Arrivals of unit rate in the area under the profile: exact for any profile, also across steps and zeros.
    private void Advance()
    {
        _area += _poisson ? _random.NextExponential(1) : 1;
        var seconds = _ratePerSecond.SecondsUntil(_area);
        NextAt = double.IsFinite(seconds) ? _origin + (long)Math.Round(seconds * 1e9) : long.MaxValue;
    }
}
