namespace Bench.Measurement.Load;

/// <summary>How a call ended for its caller.</summary>
public enum CallOutcome
{
    InFlight,
    Completed,
    Failed,
    TimedOut,
}
