namespace Bench.Workloads;

/// <summary>How a request returned.</summary>
public enum ScopeOutcome
{
    /// <summary>Not yet.</summary>
    Pending,

    /// <summary>All children succeeded.</summary>
    Succeeded,

    /// <summary>A child failed.</summary>
    Failed,

    /// <summary>The caller gave up.</summary>
    Cancelled,
}
