namespace Bench.Results;

/// <summary>Ids of what calls a sample faulty.</summary>
public static class DetectorId
{
    /// <summary>The workload's invariant is broken.</summary>
    public const string Invariant = "invariant";

    /// <summary>The process died.</summary>
    public const string Crash = "crash";

    /// <summary>The watchdog ended the process.</summary>
    public const string Hang = "hang";

    /// <summary>Units are alive after their lane has closed.</summary>
    public const string UnitsAlive = "units-alive";

    /// <summary>Work goes on after its caller has left.</summary>
    public const string Orphans = "orphans";

    /// <summary>Far more threads than the case allows operations at once.</summary>
    public const string Threads = "threads";

    /// <summary>The ThreadPool's queue grows, its threads wait, and callers are not served.</summary>
    public const string Starvation = "starvation";
}
