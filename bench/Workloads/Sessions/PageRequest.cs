namespace Bench.Workloads;

/// <summary>A user asks for a page.</summary>
/// <param name="Number">Permanent number of the request in its run.</param>
/// <param name="ServiceTimes">What the backend takes for each part.</param>
public readonly record struct PageRequest(long Number, IReadOnlyList<TimeSpan> ServiceTimes);
