namespace Bench.Workloads;

/// <summary>One part of a page is asked for.</summary>
/// <param name="Page">Number of the request for the page.</param>
/// <param name="Part">Index of the part.</param>
/// <param name="ServiceTime">What the simulated device takes for it.</param>
public readonly record struct PartRequest(long Page, int Part, TimeSpan ServiceTime);
