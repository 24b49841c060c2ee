namespace Bench.Workloads;

/// <summary>One event of a call.</summary>
/// <param name="Number">Its place among all events, in order of time.</param>
/// <param name="Call">Number of the call.</param>
/// <param name="Handler">Number of the handler that serves the call.</param>
/// <param name="Kind">What it means for the call.</param>
/// <param name="Value">What the state changes by.</param>
/// <param name="Fault">What it does to the handler.</param>
public sealed record CallEvent(
    int Number,
    int Call,
    int Handler,
    CallEventKind Kind,
    ulong Value,
    HandlerFault Fault
);
