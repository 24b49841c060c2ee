namespace Bench.Measurement.Hosting;

/// <summary>What an invariant check found wrong; empty means that the lane is correct.</summary>
public sealed class Findings
{
    private const int Most = 20;
    private readonly List<string> _items = [];

    public IReadOnlyList<string> Items => _items;

    /// <summary>Notes a violation when <paramref name="holds"/> is false. Repetitions beyond 20 are left out.</summary>
    public void Expect(bool holds, string violation)
    {
        if (!holds && _items.Count < Most && !_items.Contains(violation))
        {
            _items.Add(violation);
        }
    }

    /// <summary>Notes what a check of a part finds wrong, each with the part's name.</summary>
    public void Within(string part, Action<Findings> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var found = new Findings();
        check(found);
        foreach (var violation in found.Items)
        {
            Expect(holds: false, $"{part}: {violation}");
        }
    }

    /// <summary>Notes a violation when two numbers that must agree do not.</summary>
    public void ExpectEqual(long expected, long actual, string what) =>
        Expect(expected == actual, $"{what}: expected {expected}, found {actual}");
}
