namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Routing"/>.</summary>
public sealed record RoutingParameters
{
    /// <summary>Handlers; each keeps the state of its calls and serves one event at a time.</summary>
    public int Handlers { get; init; } = 32;

    /// <summary>
    /// Handlers that one unit serves. With 1 each is on its own; what share a unit stand still while one of them hangs, and lose
    /// all that they know when one of them crashes.
    /// </summary>
    public int HandlersPerUnit { get; init; } = 1;

    /// <summary>Share of handlers with a fault, percent. Half of them crash, half of them hang, once each.</summary>
    public int FaultyPercent { get; init; } = 25;

    /// <summary>Calls that begin, 1/s, evenly spaced.</summary>
    public int CallsPerSecond { get; init; } = 400;

    /// <summary>Events between a call's setup and its end.</summary>
    public int UpdatesPerCall { get; init; } = 8;

    /// <summary>Mean time from one event of a call to the next, ms.</summary>
    public int GapMilliseconds { get; init; } = 20;

    /// <summary>Processor work for an event, rounds of about 4 ns.</summary>
    public int WorkRounds { get; init; } = 500;

    /// <summary>A handler that has waited this long for an answer counts as hanging, ms.</summary>
    public int HangLimitMilliseconds { get; init; } = 100;

    /// <summary>Load before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 300;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 1_700;
}
