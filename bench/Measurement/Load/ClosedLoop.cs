namespace Bench.Measurement.Load;

/// <summary>
/// Virtual users who think, call, wait for the answer and think again. They are entries of a timer queue, not
/// threads. A user beyond the profile's present number stays away until the profile calls for it again.
/// </summary>
public sealed class ClosedLoop : IArrivals
{
    private readonly PriorityQueue<int, long> _thinking = new();
    private readonly long _origin;
    private readonly Profile _users;
    private readonly double _thinkNanoseconds;
    private SplitMix64 _random;

    /// <param name="origin">Start of the schedule, nanoseconds.</param>
    /// <param name="users">Number of users over time.</param>
    /// <param name="meanThink">Mean of the exponential think time; each user begins by thinking.</param>
    /// <param name="seed">Seed of the think times.</param>
    public ClosedLoop(long origin, Profile users, TimeSpan meanThink, ulong seed)
    {
        _origin = origin;
        _users = users;
        _thinkNanoseconds = meanThink.TotalNanoseconds;
        _random = new SplitMix64(seed);
        for (var user = 0; user < users.Highest; user++)
        {
            Think(user, origin);
        }
    }

    public long NextAt => _thinking.TryPeek(out _, out var due) ? due : long.MaxValue;

    public int Take() => _thinking.Dequeue();

    public void Ended(int caller, long at) => Think(caller, at);

    private void Think(int user, long from)
    {
        var due = from + (long)_random.NextExponential(_thinkNanoseconds);
        var at = TimeSpan.FromMicroseconds((due - _origin) / 1000.0);
        if (_users.At(at) > user)
        {
            _thinking.Enqueue(user, due);
        }
        else if (_users.NextAbove(user, at) is { } back)
        {
            Think(user, _origin + (long)back.TotalNanoseconds);
        }
    }
}
