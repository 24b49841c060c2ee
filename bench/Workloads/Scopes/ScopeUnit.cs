namespace Bench.Workloads;

/// <summary>One living child of a request.</summary>
public readonly record struct ScopeUnit : IDisposable
{
    private readonly ScopeChild _child;

    internal ScopeUnit(ScopeChild child) => _child = child;

    public void Dispose() => _child.Ended();
}
