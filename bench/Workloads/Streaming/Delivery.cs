namespace Bench.Workloads;

/// <summary>An event that a subscriber got.</summary>
/// <param name="Event">The event.</param>
/// <param name="BegunAt">When sending it began, nanoseconds.</param>
/// <param name="HandedAt">When it had been sent, nanoseconds.</param>
public readonly record struct Delivery(StreamEvent Event, long BegunAt, long HandedAt);
