namespace Bench.Workloads;

/// <summary>
/// What was on its way at once, from when each item was offered and taken. Each producer and each consumer notes its
/// times in order, so they need merging only: done after every burst, this must cost little and allocate nothing.
/// </summary>
/// <param name="producers">Number of producers.</param>
/// <param name="consumers">Number of consumers.</param>
public sealed class HandoffTimeline(int producers, int consumers)
{
    private readonly Row[] _offered = [.. Enumerable.Range(0, producers).Select(_ => new Row())];
    private readonly Row[] _taken = [.. Enumerable.Range(0, consumers).Select(_ => new Row())];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var row in _offered)
        {
            row.Clear();
        }

        foreach (var row in _taken)
        {
            row.Clear();
        }
    }

    /// <summary>The producer offered an item, not before its last one; nanoseconds.</summary>
    public void Offered(int producer, long at) => _offered[producer].Add(at);

    /// <summary>The consumer took an item, not before its last one; nanoseconds.</summary>
    public void Taken(int consumer, long at) => _taken[consumer].Add(at);

    /// <summary>Most items that had been offered and not yet taken; one taken makes room for one offered at that time.</summary>
    public int MostAtOnce()
    {
        var (most, underWay) = (0, 0);
        var taken = Earliest(_taken);
        while (Earliest(_offered) is { } offer)
        {
            while (taken is not null && taken.Next <= offer.Next)
            {
                taken.Advance();
                underWay--;
                taken = Earliest(_taken);
            }

            offer.Advance();
            most = Math.Max(most, ++underWay);
        }

        return most;
    }

    private static Row? Earliest(Row[] rows)
    {
        Row? earliest = null;
        foreach (var row in rows)
        {
            if (!row.IsAtEnd && (earliest is null || row.Next < earliest.Next))
            {
                earliest = row;
            }
        }

        return earliest;
    }

    private sealed class Row
    {
        private readonly List<long> _times = [];
        private int _next;

        public bool IsAtEnd => _next == _times.Count;

        public long Next => _times[_next];

        public void Add(long at) => _times.Add(at);

        public void Advance() => _next++;

        public void Clear()
        {
            _times.Clear();
            _next = 0;
        }
    }
}
