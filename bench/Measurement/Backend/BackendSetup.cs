namespace Bench.Measurement.Backend;

/// <summary>What a real backend is opened with.</summary>
/// <param name="Limit">Calls that it gets at once: the connections that it needs.</param>
/// <param name="Parameters">The case's parameters: how many products, accounts and so on there are.</param>
/// <param name="ServiceTime">
/// What the simulated device would take for a request. A server that only stands for work waits as long; a database takes its own time.
/// </param>
public sealed record BackendSetup<TRequest>(
    int Limit,
    object Parameters,
    Func<TRequest, TimeSpan> ServiceTime
);
