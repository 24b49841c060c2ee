using Bench.Measurement.Clocks;
using Bench.Results;

namespace Bench.Measurement.Tracing;

/// <summary>Units that are alive, and what they did with the part of their lifetimes that lies within a window.</summary>
internal sealed class UnitLifetimes(IClock clock)
{
    private readonly Lock _gate = new();
    private readonly HashSet<TracedUnit> _alive = [];
    private readonly Stack<TracedUnit> _unknown = new();
    private readonly UnitGroups _groups = new();
    private long? _openedAt;
    private long _windowNanoseconds;
    private bool _isMixed;

    /// <summary>Stands for whoever does a step and is no unit.</summary>
    public TracedUnit Nobody { get; } = new(0, waitsInside: false);

    public double WindowSeconds => _windowNanoseconds / 1e9;

    public void Add(TracedUnit unit)
    {
        lock (_gate)
        {
            _alive.Add(unit);
        }
    }

    /// <summary>Adds one of which nothing will say that it is the one that ends.</summary>
    public void AddUnknown(TracedUnit unit)
    {
        lock (_gate)
        {
            _alive.Add(unit);
            _unknown.Push(unit);
        }
    }

    public void Remove(TracedUnit unit)
    {
        lock (_gate)
        {
            Forget(unit);
        }
    }

    /// <summary>One of those ends: any of them, for they are alike.</summary>
    public void RemoveUnknown()
    {
        lock (_gate)
        {
            if (_unknown.TryPop(out var any))
            {
                Forget(any);
            }
        }
    }

    public void Open()
    {
        lock (_gate)
        {
            var now = clock.Now;
            _openedAt = now;
            foreach (var unit in _alive.Append(Nobody))
            {
                unit.Restart(now);
            }
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            var now = clock.Now;
            foreach (var unit in _alive)
            {
                Count(unit, now);
            }

            if (Nobody.Since(now) is { Work: > 0 } nobodys)
            {
                _groups.Add(null, Nobody.Steps, 0, nobodys);
            }

            _windowNanoseconds += now - _openedAt!.Value;
            _openedAt = null;
        }
    }

    /// <summary>By the step that they began with; all as one where their flows were mixed up.</summary>
    /// <param name="steps">Names of the steps.</param>
    public List<TracedUnits> ToList(IReadOnlyList<string> steps) =>
        (_isMixed ? _groups.Together() : _groups).ToList(steps);

    private void Forget(TracedUnit unit)
    {
        if (_alive.Remove(unit) && _openedAt is not null)
        {
            Count(unit, clock.Now);
        }
    }

    private void Count(TracedUnit unit, long now)
    {
        _isMixed |= unit.HasOverlapped;
        _groups.Add(unit.FirstStep, unit.Steps, now - unit.Mark.At, unit.Since(now));
    }
}
