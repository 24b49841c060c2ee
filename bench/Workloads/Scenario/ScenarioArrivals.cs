namespace Bench.Workloads;

/// <summary>How the requests of a scenario come.</summary>
public enum ScenarioArrivals
{
    /// <summary>At a rate, independent of each other: exponential gaps, whatever the answers do.</summary>
    Poisson,

    /// <summary>At a rate, evenly spaced, whatever the answers do.</summary>
    Constant,

    /// <summary>From users who think, ask, wait for the answer and think again.</summary>
    Users,
}
