using System.Collections.Concurrent;

namespace Bench.Measurement.Tracing;

/// <summary>
/// Which unit the code that asks is part of. A unit with a body is known by the flow of execution that it opens; one with callbacks
/// by what its model says is running, where the model can say so.
/// </summary>
/// <param name="running">What runs on this thread, or null; null for a model that cannot tell.</param>
internal sealed class RunningUnits(Func<object?>? running)
{
    // Flows with a unit through its awaits; of the process, as flows are.
    private static readonly AsyncLocal<TracedUnit?> s_ofThisFlow = new();
    private readonly ConcurrentDictionary<object, TracedUnit> _byOwner = new(
        ReferenceEqualityComparer.Instance
    );

    public TracedUnit? Current =>
        s_ofThisFlow.Value
        ?? (running?.Invoke() is { } owner && _byOwner.TryGetValue(owner, out var unit) ? unit : null);

    public void Enter(TracedUnit unit) => s_ofThisFlow.Value = unit;

    public void Leave(TracedUnit unit) => s_ofThisFlow.Value = unit.Outer;

    /// <summary>A unit with callbacks starts.</summary>
    /// <returns>False when the model cannot say which.</returns>
    public bool TryStart(TracedUnit unit)
    {
        if (running?.Invoke() is not { } owner)
        {
            return false;
        }

        _byOwner[owner] = unit;
        return true;
    }

    /// <summary>The unit with callbacks that ends now; null when the model cannot say which.</summary>
    public TracedUnit? End() =>
        running?.Invoke() is { } owner && _byOwner.TryRemove(owner, out var unit) ? unit : null;
}
