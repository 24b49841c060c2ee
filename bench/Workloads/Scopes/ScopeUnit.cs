namespace Bench.Workloads;

/// <summary>One living child of a request.</summary>
public readonly record struct ScopeUnit : IDisposable
{
    private readonly ScopeRequest _request;

    internal ScopeUnit(ScopeRequest request) => _request = request;

    public void Dispose() => _request.Ended();
}
