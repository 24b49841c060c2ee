namespace Bench.Workloads;

/// <summary>
/// Counts, from all threads, the items in the buffer as seen from outside: those whose producer came back for more, and
/// which no consumer has told of yet. So those in consumers' hands count, those in producers' hands do not.
/// </summary>
internal sealed class BufferLevel
{
    private int _now;
    private int _most;

    /// <summary>Most at once.</summary>
    public int Most => Volatile.Read(ref _most);

    public void Enter()
    {
        var now = Interlocked.Increment(ref _now);
        var most = Most;
        while (now > most)
        {
            var seen = Interlocked.CompareExchange(ref _most, now, most);
            most = seen == most ? now : seen;
        }
    }

    public void Leave() => Interlocked.Decrement(ref _now);
}
