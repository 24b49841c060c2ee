namespace Bench.Results;

/// <summary>L = λW, checked: both sides are operations.</summary>
/// <param name="InFlight">Operations in flight, observed by a sampling thread, time-averaged.</param>
/// <param name="ThroughputTimesLatency">
/// Ended operations per second × their mean time in flight in seconds: the latency without what the generator was late by.
/// </param>
public sealed record LittlesLaw(double InFlight, double ThroughputTimesLatency);
