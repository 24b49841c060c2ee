using Bench.Results;

namespace Bench.Measurement.Tracing;

/// <summary>Sums over units that began with the same step: memory that does not grow with their number. Not for several threads at once.</summary>
internal sealed class UnitGroups
{
    private readonly SortedDictionary<int, Group> _groups = [];

    /// <summary>Adds a lifetime, or a piece of one.</summary>
    /// <param name="firstStep">Index of the first step; null for a unit that did none.</param>
    /// <param name="steps">A bit for each step.</param>
    /// <param name="lifetime">Nanoseconds.</param>
    /// <param name="sums">What it went to.</param>
    public void Add(int? firstStep, int steps, long lifetime, UnitSums sums)
    {
        var key = firstStep ?? -1;
        var group = _groups.GetValueOrDefault(key);
        _groups[key] = new(group.Steps | steps, group.Lifetime + lifetime, group.Sums.Plus(sums));
    }

    /// <summary>All of them as one group, where units cannot be told apart.</summary>
    public UnitGroups Together()
    {
        var together = new UnitGroups();
        foreach (var group in _groups.Values)
        {
            together.Add(null, group.Steps, group.Lifetime, group.Sums);
        }

        return together;
    }

    public List<TracedUnits> ToList(IReadOnlyList<string> steps) =>
        [
            .. _groups.Values.Select(group => new TracedUnits(
                string.Join(" + ", steps.Where((_, index) => (group.Steps & (1 << index)) != 0)),
                group.Lifetime / 1e9,
                group.Sums.Work / 1e9,
                group.Sums.Backend / 1e9,
                group.Sums.Waking / 1e9
            )),
        ];

    private readonly record struct Group(int Steps, long Lifetime, UnitSums Sums);
}
